// @vitest-environment happy-dom
import { expect, test } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { PauseSession } from '#core/app/pause-session.svelte.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import type { DecksState } from '#core/features/practices/decks.svelte.ts';

import { testVault } from '../../support/vault.ts';

test.each([
  ['at its end', [{ type: 'here' }, { type: 'labelled' }, { type: 'choose', choice: 'day' }]],
  ['in the middle, with a feeling named', [{ type: 'here' }, { type: 'feel', feeling: 'sad' }]],
] as const)(
  'a pause that is left %s stands until the engine has heard of it and its words are kept',
  async (_, moves) => {
    const vault = await testVault();
    const told: string[] = [];
    let hear = (): void => undefined;
    const heard = new Promise<void>((resolve) => (hear = resolve));
    const comma = {
      vault,
      ports: { languages: ['en'], clock: { wall: () => 1_000, zone: () => 'UTC' } },
      kept: ({ ok }: { ok: boolean }) => ok,
      pauses: {
        rules: defaultRules,
        tell: async ({ type }: { type: string }) => {
          await heard;
          told.push(type);
        },
      },
    } as unknown as Comma;
    const decks = { draw: () => Promise.resolve(null) } as unknown as DecksState;
    const session = new PauseSession(comma, decks, 'schedule', 'slot');
    for (const move of moves) session.move(move);
    let left = false;
    const leaving = session.leave().then(() => (left = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(left).toBe(false);
    hear();
    await leaving;
    expect(told).toEqual(['finished']);
    const entries = await vault.db.rec
      .where('kind')
      .equals('entry')
      .count()
      .catch(() => -1);
    expect(entries).toBe(moves.some(({ type }) => type === 'feel') ? 1 : 0);
  },
);
