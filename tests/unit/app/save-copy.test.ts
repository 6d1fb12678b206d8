import { expect, test } from 'vitest';

import { copyOf } from '#core/app/save-copy.ts';
import { planKind, planRecordId } from '#core/features/help/plan.ts';
import { newEntryFields } from '#core/features/journal/entry.ts';

import { testVault } from '../../support/vault.ts';

interface Copy {
  readonly records: readonly { readonly id: string }[];
  readonly sealed: readonly unknown[];
}

test('a copy holds what was written in plain, and a letter sealed until its day has come', async () => {
  const vault = await testVault();
  const origin = { source: 'practice', shell: 'pwa', created: 0 } as const;
  const kept = (opensAt: number | null): ReturnType<typeof newEntryFields> =>
    newEntryFields({ at: 0, zone: 'UTC', opensAt }, origin, 4);
  await vault.write(
    { id: 'entry:plain', kind: 'entry', fields: kept(null), text: 'tea' },
    { id: 'entry:letter', kind: 'entry', fields: kept(5_000), text: 'dear you' },
  );
  const copy = async (now: number): Promise<Copy> =>
    JSON.parse((await copyOf(vault, now, false)).copy) as Copy;
  const before = await copy(4_999);
  expect(before.records.map(({ id }) => id)).toEqual(['entry:plain']);
  expect(before.sealed).toHaveLength(1);
  expect(JSON.stringify(before)).not.toContain('dear you');
  const after = await copy(5_000);
  expect(after.records.map(({ id }) => id)).toEqual(['entry:letter', 'entry:plain']);
  expect(after.sealed).toEqual([]);
});

test('what is private is in a copy only when it is wanted, and counted where it is not', async () => {
  const vault = await testVault();
  const origin = { source: 'journal', shell: 'pwa', created: 0 } as const;
  const fields = newEntryFields({ at: 0, zone: 'UTC', isPrivate: true }, origin, 4);
  await vault.write(
    { id: 'entry:heron', kind: 'entry', fields, text: 'herons' },
    { id: planRecordId('1'), kind: planKind, fields: {}, text: 'heron street' },
  );
  const without = await copyOf(vault, 0, false);
  expect(without.leftOut).toBe(2);
  expect(without.copy).not.toContain('heron');
  const whole = await copyOf(vault, 0, true);
  expect(whole.leftOut).toBe(0);
  expect(whole.copy).toContain('herons');
});
