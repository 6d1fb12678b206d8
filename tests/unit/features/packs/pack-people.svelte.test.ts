// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';

import { parsePlan, planKind, type Plan } from '#core/features/help/plan.ts';
import { takenOfPack } from '#core/features/packs/taken.ts';
import { personStanding } from '#core/features/packs/standing.ts';

import { testVault } from '../../../support/vault.ts';
import { opened, setupPacks } from './opened.svelte.ts';
import { samples } from './samples.ts';

test('people of a pack stand in the plan without a number; whoever was given one, or another word, stays when the pack goes', async () => {
  const vault = await testVault();
  const { packs, taken } = setupPacks(vault);
  const people = [
    { id: 'me', part: 'professionals', name: 'Your therapist', hours: 'weekdays until six' },
    { id: 'friend', part: 'company', name: 'The friend with the dog', text: 'Walks.' },
    { id: 'doctor', part: 'professionals', name: 'Your doctor' },
  ];
  const pack = { ...samples.evening, people };
  const first = await opened(pack);
  await packs.take(first, new Set(['me', 'friend', 'doctor']));
  const plan = async (): Promise<Plan> =>
    parsePlan(await vault.openRows(await vault.db.rec.toArray()));
  const circle = async (): Promise<string[]> =>
    (await plan()).people.map(({ name, text, hours, parts }) =>
      [name, text, hours, ...parts].join(),
    );
  expect(await circle()).toEqual([
    'Your therapist,,weekdays until six,professionals',
    'The friend with the dog,Walks.,,company',
    'Your doctor,,,professionals',
  ]);
  expect((await plan()).people.every(({ reach }) => reach === '')).toBe(true);
  const [therapist, friend] = (await plan()).people;
  await vault.write({ id: therapist?.id ?? '', kind: planKind, fields: { reach: '0123 456' } });
  await vault.write({ id: friend?.id ?? '', kind: planKind, fields: { name: 'Robin' } });
  await vi.waitFor(() => {
    expect(taken().people.map(({ now }) => now)).toContain('Robin\nWalks.');
  });

  const next = await opened({
    ...pack,
    edition: 2,
    people: people.map((each) => ({ ...each, text: 'Listens.' })),
  });
  const before = takenOfPack(taken(), next.name);
  expect(next.pack.people?.map((each) => personStanding(each, before))).toEqual([
    'changed',
    'mine',
    'changed',
  ]);
  await packs.take(next, new Set(['me', 'friend', 'doctor']));
  expect(await circle()).toEqual([
    'Your therapist,Listens.,weekdays until six,professionals',
    'Robin,Walks.,,company',
    'Your doctor,Listens.,,professionals',
  ]);
  expect((await plan()).people[0]?.reach).toBe('0123 456');
  const removed = await packs.remove(next.name);
  expect((await plan()).people.map(({ name }) => name)).toEqual(['Your therapist', 'Robin']);
  if (removed.ok) await removed.value();
  expect((await plan()).people).toHaveLength(3);
});
