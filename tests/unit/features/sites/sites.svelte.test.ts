import { expect, test } from 'vitest';

import { keptSites } from '#core/app/kept-sites.ts';
import { nameOf, parseSites, saneMinutes } from '#core/features/sites/site.ts';
import { SitesState } from '#core/features/sites/sites.svelte.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';

import { testVault } from '../../../support/vault.ts';

const films = {
  host: 'films.example',
  port: '',
  name: 'films.example',
  reason: 'rest',
  minutes: 20,
};

test('a site that was added is on the list with its reason, and changes stay', async () => {
  const vault = await testVault();
  const sites = new SitesState(vault, new Ahead(vault));
  await sites.add(films);
  const [kept] = await keptSites(vault);
  if (!kept) throw new Error('It was not kept.');
  expect(kept).toMatchObject(films);
  await sites.change(kept, { minutes: 5, reason: 'sleep' });
  expect(await keptSites(vault)).toEqual([{ ...kept, minutes: 5, reason: 'sleep' }]);
});

test('the same site from two devices is one site, and removing it leaves no word of either', async () => {
  const vault = await testVault();
  const sites = new SitesState(vault, new Ahead(vault));
  await sites.add(films);
  await sites.add({ ...films, reason: 'from the other device' });
  expect(await keptSites(vault)).toHaveLength(1);
  await sites.remove(films);
  expect(await keptSites(vault)).toEqual([]);
  const items = await vault.openRows(await vault.db.rec.toArray());
  expect(JSON.stringify(items)).not.toContain('films');
});

test('the address stands in no name outside the seal', async () => {
  const vault = await testVault();
  await new SitesState(vault, new Ahead(vault)).add(films);
  const rows = await vault.db.rec.toArray();
  const seen = rows.map(({ id, wire, day, kind }) => [id, wire, day, kind].join(' '));
  expect(seen).toHaveLength(1);
  expect(seen.join()).not.toContain('films');
});

test.each([
  [0, 10],
  [-5, 10],
  [Number.NaN, 10],
  [Number.POSITIVE_INFINITY, 10],
  [7.4, 7],
  [100_000, 1440],
])('%d minutes are taken as %d', (stored, taken) => {
  expect(saneMinutes(stored)).toBe(taken);
});

test('a record that makes no sense is left out, and the rest stands', () => {
  const record = (fields: Record<string, string | number | null>) => ({
    ...{ id: `site:${JSON.stringify(fields)}`, fields, text: '', alive: true },
  });
  const sites = parseSites([
    record({ host: 3 }),
    record({}),
    record({ host: 'a.example', minutes: null }),
  ]);
  expect(sites.map(({ host, minutes }) => [host, minutes])).toEqual([['a.example', 10]]);
});

test.each([
  ['https://www.Bücher.example/x', 'bücher.example'],
  ['bücher.example.', 'bücher.example'],
  ['localhost:3000', 'localhost:3000'],
  ['', ''],
])('%j is named %j', (typed, name) => {
  expect(nameOf(typed)).toBe(name);
});
