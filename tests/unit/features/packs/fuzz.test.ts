// @vitest-environment node
/** A share of the malformed files; `npm run test:packs` has all ten thousand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { packsIn } from '#core/content/packs.ts';
import { textsOfStep } from '#core/content/practice-texts.ts';
import { itemFields, parseItem } from '#core/features/packs/pack-records.ts';
import { checkPack, PacksState, type CheckedPack } from '#core/features/packs/packs.svelte.ts';
import { readPack } from '#core/features/packs/read-pack.ts';
import type { Refusal } from '#core/features/packs/refusal.ts';
import { beginPlay, movePlay } from '#core/features/practices/play.ts';

import { testVault } from '../../../support/vault.ts';
import { known } from './known.ts';
import { malformed } from './malformed.ts';
import { idsOf } from './samples.ts';

const runs = Number(process.env['PACK_RUNS'] ?? 600);
const { refused } = packsIn(['en']);

const saidOf = ({ why, of = '', at }: Refusal): string => {
  const sentence = refused.why[why];
  return `${typeof sentence === 'string' ? sentence : sentence(of)} ${refused.where(at)}`;
};

/** What was let in is whole: it is found again in its record, and can be gone through. */
function expectPlayable({ pack, name }: CheckedPack): void {
  for (const [place, made] of (pack.practices ?? []).entries()) {
    const fields = itemFields({ name, by: pack.by }, made, place);
    const item = parseItem({ id: 'pack-practice:x', fields, text: '' });
    expect(item?.made).toEqual(made);
    const practice = item?.practice;
    if (!practice) continue;
    let play = beginPlay(practice, false, { wall: 0, at: 0 });
    for (let move = 0; move <= practice.steps.length && !play.ended; move++)
      play = movePlay(play, { type: 'next' }, practice, move);
    expect(play.ended).toBe('finished');
    for (const text of made.steps.flatMap(textsOfStep))
      expect(text).not.toMatch(/<\w|:\/\/|\p{Cc}/u);
  }
}

test('a malformed file is refused whole, with a reason and no stranger’s word in it, or is a pack after all', async () => {
  const vault = await testVault();
  const packs = new PacksState(vault);
  let [refusals, accepted] = [0, 0];
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  await fc.assert(
    fc.asyncProperty(malformed, async (file) => {
      const read = readPack(file, known);
      const checked = read.ok ? await checkPack(read.value) : read;
      if (!checked.ok) {
        refusals += 1;
        expect(saidOf(checked.error)).toMatch(/^\p{Lu}.*[.)]( Where: .+\.)? ?$/su);
        expect(saidOf(checked.error)).not.toMatch(/undefined|script|\p{Cc}|\p{Cf}/u);
        return;
      }
      accepted += 1;
      expectPlayable(checked.value);
      // Storing is slow beside reading, and the same for all of them.
      if (accepted % 25 !== 1) return;
      const rows = await vault.db.rec.count();
      const chosen = idsOf(checked.value);
      expect((await packs.take(checked.value, chosen)).ok).toBe(true);
      const now = await vault.db.rec.toArray();
      expect(now.length - rows).toBeLessThanOrEqual(chosen.size + 1);
      expect(await vault.openRows(now)).toHaveLength(now.length);
    }),
    { numRuns: runs, seed: 5, endOnFailure: true },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  // Neither the reader nor the fuzzer has gone blind.
  expect(refusals).toBeGreaterThan(runs / 2);
  expect(accepted).toBeGreaterThan(runs / 100);
}, 600_000);
