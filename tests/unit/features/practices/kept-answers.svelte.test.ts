// @vitest-environment happy-dom
/** What an entry says again later: a month of lines, and each telling beside the others. */
import { expect, test, vi } from 'vitest';

import { practicesFor } from '#core/content/practices.ts';
import type { Practice } from '#core/content/practice.ts';
import { answerIn } from '#core/features/practices/answer-in.ts';
import { monthPage } from '#core/app/month-page.svelte.ts';
import type { Answers } from '#core/features/practices/play.ts';
import { journalText } from '#core/features/practices/play-texts.ts';
import { runKind, runRecordId } from '#core/features/practices/runs.ts';
import { versionsOf } from '#core/features/practices/versions.svelte.ts';
import type { Json } from '#core/kernel/json.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../support/vault.ts';

const { practices } = practicesFor(['en']);
const named = (id: string): Practice => {
  const practice = practices.find((each) => each.id === id);
  if (!practice) throw new Error(`no practice ${id}`);
  return practice;
};
const toldAgain = named('told-again');
const smallWins = named('small-wins');
const saying = { wordOf: (id: string): string => id, scale: String };

const textOf = (practice: Practice, answers: Answers): string =>
  journalText(practice, answers, saying);

async function keep(
  vault: Vault,
  practice: Practice,
  answers: Answers,
  {
    at,
    day = '2026-11-27',
    after = '',
    ...fields
  }: { at: number; day?: string; after?: string; level?: number },
): Promise<string> {
  const entry = `entry:${at}`;
  const run: Record<string, Json> = { practice: practice.id, startedAt: at, day, entry, after };
  const whole = { practice: practice.id, at, day, zone: 'UTC', created: at, ...fields };
  await vault.write(
    { id: entry, kind: 'entry', fields: whole, text: textOf(practice, answers) },
    { id: runRecordId(`${practice.id}:${at}`), kind: runKind, fields: run },
  );
  return entry;
}

test('an answer is read out of its entry up to the next question, as it was changed there, and is gone with its question', () => {
  const answers = {
    old: 'It was my fault.\n\nAll of it.',
    verdict: 'So I am bad',
    fresh: 'I was nine.',
  };
  const text = textOf(toldAgain, answers);
  for (const [id, answer] of Object.entries(answers))
    expect(answerIn(text, toldAgain, id)).toBe(answer);
  expect(answerIn(text.replace('nine', 'eight'), toldAgain, 'fresh')).toBe('I was eight.');
  expect(answerIn('Something else by now.', toldAgain, 'fresh')).toBe('');
  expect(answerIn(text, toldAgain, 'nobody')).toBe('');
});

test('each telling of one story stands beside the others in the order it was told, whichever of them is open, and no other story does', async () => {
  const vault = await testVault();
  const first = await keep(vault, toldAgain, { old: 'My fault.', fresh: 'I was nine.' }, { at: 1 });
  await keep(vault, toldAgain, { old: 'Another story.', fresh: 'Kinder.' }, { at: 2 });
  const second = await keep(
    vault,
    toldAgain,
    { old: 'I was nine.', fresh: 'We were both tired.' },
    { at: 3, after: first },
  );
  await keep(
    vault,
    toldAgain,
    { old: 'I was nine.', fresh: 'And it rained.' },
    { at: 4, after: first },
  );
  const told = async (entry: string): Promise<string[]> =>
    (await versionsOf(vault, toldAgain, entry)).map(({ label, text }) => `${label}: ${text}`);
  const all = [
    'As it was told: My fault.',
    'Told again: I was nine.',
    'As it was told: I was nine.',
    'Told again: And it rained.',
  ];
  expect(await told(second)).toEqual([
    ...all.slice(0, 2),
    'Told again: We were both tired.',
    ...all.slice(2),
  ]);
  expect(await told(first)).toEqual(await told(second));
  expect(await told('entry:2')).toEqual(['As it was told: Another story.', 'Told again: Kinder.']);

  // What was erased is beside nothing, and the rest stays together.
  await vault.write({ id: second, kind: 'entry', fate: 'erase' });
  expect(await told(first)).toEqual([...all.slice(0, 2), 'Told again: And it rained.']);
  expect(await told('entry:nowhere')).toEqual([]);
});

test('the page of a month has its lines, oldest first, each with what it was, and none that is private or of another month', async () => {
  const vault = await testVault();
  const win = (line: string, kind: string[]): Answers => ({ win: line, kind });
  await keep(vault, smallWins, win('I asked.', ['attempt', 'met']), { at: 2, day: '2026-11-30' });
  await keep(vault, smallWins, win('I got up.', []), { at: 1, day: '2026-11-01' });
  await keep(vault, smallWins, win('Nobody need know.', []), {
    at: 3,
    day: '2026-11-02',
    level: 2,
  });
  await keep(vault, smallWins, win('October.', []), { at: 4, day: '2026-10-31' });
  await keep(vault, named('worth-from-many-places'), { legs: ['a friend'] }, { at: 5 });
  const written = await keep(vault, smallWins, win('Before.', []), { at: 6, day: '2026-11-03' });
  await vault.write({ id: written, kind: 'entry', text: 'Written over.' });
  const seen: string[] = [];
  const stop = $effect.root(() => {
    const page = monthPage(vault, smallWins, '2026-11');
    $effect(() => {
      seen.splice(0, Infinity, ...(page.current ?? []).map(({ line, tag }) => `${line} ${tag}`));
    });
  });
  await vi.waitFor(() => {
    expect(seen).toEqual(['I got up. ', 'Written over. ', 'I asked. an attempt, a kind meeting']);
  });
  stop();
});
