import { expect, test, vi } from 'vitest';

import { Histories, type Brought } from '#core/features/anchors/imports/histories.svelte.ts';
import { countsOf, type Planned } from '#core/features/anchors/imports/plan.ts';
import { nightKind, parseNight } from '#core/features/anchors/sleep/night.ts';
import { rowsOfDays } from '#core/vault/rows-of-days.ts';
import type { Vault } from '#core/vault/vault.ts';

import { found, historyFile } from '../../../../support/histories.ts';
import { testVault } from '../../../../support/vault.ts';

const onward = (): Promise<boolean> => Promise.resolve(true);
const hour = 3_600_000;
const first = Date.parse('2026-03-01T22:00Z');

const plees = (nights: readonly { stop?: number; rating?: number; comment?: string }[]): string =>
  [
    'sid,start,stop,rating,comment,wakes',
    ...nights.map(({ stop = 8, rating = 0, comment = '' }, at) => {
      const start = first + at * 24 * hour;
      return [at + 1, start, start + stop * hour, rating, comment, 0].join();
    }),
  ].join('\r\n');

interface World {
  readonly vault: Vault;
  readonly histories: Histories;
  readonly plan: (file: string) => Promise<Planned[]>;
  readonly fatesOf: (file: string) => Promise<Record<string, number>>;
  readonly take: (file: string) => Promise<void>;
  readonly nights: () => Promise<string[]>;
  readonly brought: () => Promise<Brought[]>;
}

async function setup(): Promise<World> {
  const vault = await testVault();
  const histories = new Histories(vault);
  const plan = async (file: string): Promise<Planned[]> =>
    (await histories.plan(found(file), onward)) ?? [];
  const alive = async (kind: string): ReturnType<Vault['openRows']> =>
    vault.openRows(await rowsOfDays(vault.db, kind, '', '9999-12-31').toArray());
  return {
    ...{ vault, histories, plan },
    fatesOf: async (file) =>
      Object.fromEntries(countsOf(await plan(file)).map(({ fate, count }) => [fate, count])),
    take: async (file) => {
      const taken = await histories.take('plees', await plan(file), '2026-11-27', onward);
      expect(taken).toEqual({ ok: true, value: undefined });
    },
    nights: async () =>
      (await alive(nightKind)).map((item) => {
        const night = parseNight(item);
        return `${night?.date ?? ''} ${night?.outOfBed ?? ''} ${night?.quality ?? '–'}`;
      }),
    brought: async () =>
      (await alive('import')).map(({ id, fields }) => ({
        ...{ id, from: 'plees', at: 0 },
        counts: fields['counts'] as Record<string, number>,
      })),
  };
}

test('a file is shown before it is kept, kept once, and the same the second time', async () => {
  const { vault, fatesOf, take, nights } = await setup();
  const file = plees([{ rating: 4 }, { comment: 'late' }]);
  expect(await fatesOf(file)).toEqual({ fresh: 2 });
  expect(await vault.db.rec.count()).toBe(0);
  await take(file);
  expect(await nights()).toEqual(['2026-03-02 07:00 4', '2026-03-03 07:00 –']);
  expect(await fatesOf(file)).toEqual({ same: 2 });
  const before = await vault.db.currentVersion();
  await take(file);
  expect(await vault.db.currentVersion()).toBe(before);
});

test('what changed in the other program changes here, and what changed here stays', async () => {
  const { vault, fatesOf, take, nights } = await setup();
  await take(plees([{ rating: 4 }, { rating: 3 }, { comment: 'a' }]));
  await vault.write({ id: 'sleep:2026-03-03', kind: nightKind, fields: { quality: 1 } });
  const later = plees([{ rating: 0 }, { rating: 5 }, { comment: 'b', stop: 7 }, {}]);
  expect(await fatesOf(later)).toEqual({ changed: 2, yours: 1, fresh: 1 });
  await take(later);
  expect(await nights()).toEqual([
    '2026-03-02 07:00 –',
    '2026-03-03 07:00 1',
    '2026-03-04 06:00 –',
    '2026-03-05 07:00 –',
  ]);
  expect((await vault.read('sleep:2026-03-04'))?.text).toBe('b');
  expect(await fatesOf(later)).toEqual({ same: 3, yours: 1 });
});

test('a night that was written here is not brought a second time, and a further sleep is', async () => {
  const { vault, fatesOf, take, nights } = await setup();
  const own = { day: '2026-03-02', zone: 'Europe/Berlin', intoBed: '22:45', outOfBed: '07:10' };
  await vault.write({ id: 'sleep:2026-03-02', kind: nightKind, fields: own });
  const noon = { ...own, day: '2026-03-03', intoBed: '12:00', outOfBed: '16:00' };
  await vault.write({ id: 'sleep:2026-03-03', kind: nightKind, fields: noon });
  expect(await fatesOf(plees([{}, {}]))).toEqual({ fresh: 1, yours: 1 });
  await take(plees([{}, {}]));
  expect((await nights()).toSorted()).toEqual([
    '2026-03-02 07:10 –',
    '2026-03-03 07:00 –',
    '2026-03-03 16:00 –',
  ]);
  expect(await fatesOf(plees([{}, {}]))).toEqual({ same: 1, yours: 1 });
});

test('a night whose end moved to another day moves here, too', async () => {
  const { fatesOf, take, nights } = await setup();
  await take(plees([{ stop: 1.5 }]));
  expect(await nights()).toEqual(['2026-03-02 00:30 –']);
  expect(await fatesOf(plees([{ stop: 0.5 }]))).toEqual({ changed: 1 });
  await take(plees([{ stop: 0.5 }]));
  expect(await nights()).toEqual(['2026-03-01 23:30 –']);
  expect(await fatesOf(plees([{ stop: 0.5 }]))).toEqual({ same: 1 });
});

test('a program that counts anew brings no night twice', async () => {
  const { fatesOf, take } = await setup();
  const [head, ...rows] = plees([{ rating: 1 }, { rating: 2 }, { rating: 3 }]).split('\r\n');
  await take([head, ...rows].join('\r\n'));
  const anew = rows.slice(1).map((row, at) => row.replace(/^\d+/, String(at + 1)));
  expect(await fatesOf([head, ...anew].join('\r\n'))).toEqual({ same: 2 });
});

test('an import is taken back whole, except for what was changed since, and may come again', async () => {
  const { vault, histories, fatesOf, take, nights, brought } = await setup();
  const file = plees([{}, { rating: 2, comment: 'loud' }, {}]);
  await take(file);
  await vault.write({ id: 'sleep:2026-03-03', kind: nightKind, text: 'quiet' });
  const [one] = await brought();
  expect(one?.counts).toEqual({ sleep: 3 });
  expect(one && (await histories.takeBack(one, onward))).toEqual({
    outcome: { ok: true, value: undefined },
    stay: 1,
  });
  expect(await nights()).toEqual(['2026-03-03 07:00 2']);
  expect(await brought()).toEqual([]);
  expect(await fatesOf(file)).toEqual({ fresh: 2, yours: 1 });
  await take(file);
  expect(await nights()).toHaveLength(3);
});

test('a night that was put away here stays away', async () => {
  const { vault, fatesOf, take, nights } = await setup();
  await take(plees([{}, {}]));
  await vault.write({ id: 'sleep:2026-03-02', kind: nightKind, fate: 'forget' });
  expect(await fatesOf(plees([{}, {}]))).toEqual({ same: 1, away: 1 });
  await take(plees([{}, {}]));
  expect(await nights()).toEqual(['2026-03-03 07:00 –']);
});

const many = plees(Array.from({ length: 450 }, () => ({ rating: 3 })));

test('stopped on the way, nothing of it is there', async () => {
  const { vault, histories, plan } = await setup();
  const planned = await plan(many);
  let steps = 0;
  const half = (): Promise<boolean> => Promise.resolve(++steps < 3);
  const stopped = await histories.take('plees', planned, '2026-11-27', half);
  expect(stopped).toEqual({ ok: false, error: { type: 'Stopped' } });
  expect(await vault.db.rec.count()).toBe(0);
});

test.each(['while it is made', 'while it is written'])(
  'a crash %s leaves nothing of it, and the next time brings all',
  async (when) => {
    const { vault, histories, plan, nights } = await setup();
    const planned = await plan(many);
    let puts = 0;
    const { rec } = vault.db;
    const crash = new Error('the page went');
    const step = (share: number): Promise<boolean> =>
      when === 'while it is made' && share > 0.4 ? Promise.reject(crash) : onward();
    rec.hook('creating', () => {
      if (when === 'while it is written' && ++puts > 200) throw crash;
    });
    await expect(histories.take('plees', planned, '2026-11-27', step)).rejects.toThrow();
    expect(await rec.count()).toBe(0);
    puts = -1_000;
    const again = await histories.take('plees', planned, '2026-11-27', onward);
    expect(again.ok).toBe(true);
    expect(await nights()).toHaveLength(450);
  },
);

test('no room on the device leaves nothing of it', async () => {
  const { vault, histories, plan } = await setup();
  const planned = await plan(many);
  const full = new DOMException('no room', 'QuotaExceededError');
  vi.spyOn(vault.db, 'transaction').mockRejectedValueOnce(full);
  expect(await histories.take('plees', planned, '2026-11-27', onward)).toEqual({
    ok: false,
    error: { type: 'StorageFull' },
  });
  expect(await vault.db.rec.count()).toBe(0);
});

test('what others write meanwhile stays', async () => {
  const { vault, histories, plan } = await setup();
  const planned = await plan(many);
  let meddled = false;
  const step = async (share: number): Promise<boolean> => {
    if (share > 0.5 && !meddled) {
      meddled = true;
      const fields = { day: '2026-03-02', zone: 'Europe/Berlin', quality: 1 };
      await vault.write({ id: 'sleep:2026-03-02', kind: nightKind, fields });
    }
    return true;
  };
  expect((await histories.take('plees', planned, '2026-11-27', step)).ok).toBe(true);
  // Both wrote one night at once: the later one of each answer counts, as between two devices.
  expect((await vault.read('sleep:2026-03-02'))?.fields['intoBed']).toBe('23:00');
});

test('two files of one program are two imports, and each goes alone', async () => {
  const { histories, take, nights, brought } = await setup();
  await take(plees([{}]));
  await take(plees([{}, {}]));
  const imports = await brought();
  expect(imports.map(({ counts }) => counts)).toEqual([{ sleep: 1 }, { sleep: 1 }]);
  const [one] = imports;
  if (one) await histories.takeBack(one, onward);
  expect(await nights()).toHaveLength(1);
});

test('the files of every version come one after the other', async () => {
  const { histories, nights } = await setup();
  for (const name of ['plees-2019.csv', 'plees-2020.csv', 'plees-now.csv']) {
    const plan = await histories.plan(found(await historyFile(name)), onward);
    await histories.take('plees', plan ?? [], '2026-11-27', onward);
  }
  expect(await nights()).toHaveLength(4);
});
