import { expect, test } from 'vitest';

import { feelingsIn } from '#core/content/feelings.ts';
import { contentFor } from '#core/content/index.ts';
import { libraryFor } from '#core/content/library.ts';
import { contentProblems, deckIds, fewestLines } from '#core/content/schema.ts';
import { continued } from '#core/features/pauses/comma-sentence.ts';

import { gradeOf } from './reading-level.ts';

const content = { ...feelingsIn(['en-GB']), ...libraryFor(['en-GB']) };
const everyLine = Object.values(content.decks).flatMap((deck) => deck.lines);

test('English content is what screens rely on', () => {
  expect(contentProblems(content)).toEqual([]);
});

test('each rule of the content finds what breaks it', () => {
  const [first, second] = content.decks.worth.lines;
  if (!first || !second) throw new Error('worth is empty');
  const broken = contentProblems({
    ...content,
    decks: {
      ...content.decks,
      worth: { ...content.decks.worth, lines: [first, { ...second, id: first.id }] },
      validation: {
        ...content.decks.validation,
        lines: [
          ...content.decks.validation.lines,
          { id: 'validation-99', level: 1, text: 'It makes sense that' },
        ],
      },
      questions: {
        ...content.decks.questions,
        lines: [
          ...content.decks.questions.lines,
          { id: 'q1', level: 1, text: ' What? ' },
          { id: 'questions-99', level: 1, text: 'o'.repeat(111) },
        ],
      },
      body: content.decks.worth,
      endings: {
        ...content.decks.endings,
        lines: [
          ...content.decks.endings.lines,
          { id: 'endings-99', level: 1, text: 'And I am learning' },
        ],
      },
    },
    quickFeelings: ['elsewhere'],
    harshStarters: [{ id: 'harsh-01', text: 'i ruined it' }],
  });
  for (const complaint of [
    'worth-01: used twice',
    'worth: only 2 lines',
    "body: another deck's place",
    'q1: not an id of questions',
    'q1: blank at an end',
    'questions-99: 111 letters',
    'questions-99: not a question',
    'validation-99: a starter ends in a full stop, so that "because" can follow',
    'endings-99: an ending starts with a comma and ends in a full stop',
    'quick feeling elsewhere: not a feeling',
    'harsh-01: not one sentence with a full stop',
  ])
    expect(broken).toContain(complaint);
});

test.each(deckIds)('the deck %s is large enough for a daily reader', (id) => {
  expect(content.decks[id].lines.length).toBeGreaterThanOrEqual(fewestLines[id]);
});

test('a language we do not speak gets English', () => {
  expect(contentFor(['tlh']).language).toBe('en');
  expect(contentFor([]).language).toBe('en');
});

test.each(everyLine)('$id reads at grade 8 or below: $text', ({ text }) => {
  expect(gradeOf(text.replace(/^, /, ''))).toBeLessThanOrEqual(8);
});

const said = content.harshStarters.flatMap((harsh) =>
  content.decks.endings.lines.map((ending) => ({ harsh: harsh.text, ending: ending.text })),
);

test.each(said)('$harsh goes on$ending', ({ harsh, ending }) => {
  const whole = continued(harsh, ending);
  expect(whole).toBe(`${harsh.slice(0, -1)}${ending}`);
  // One comma joins the two, and no capital starts a new sentence after it, save the word I.
  expect(whole.slice(harsh.length - 1)).toMatch(/^, (?:I\b|\p{Ll})(?:(?!\b(?!I\b)\p{Lu}).)*\.$/u);
});

test('no opening is leaned on: at most a third of a deck starts with the same word', () => {
  for (const { id, lines } of Object.values(content.decks)) {
    if (id === 'validation' || id === 'endings' || id === 'questions') continue;
    const openings = Map.groupBy(lines, ({ text }) => text.split(' ')[0]);
    for (const [word, same] of openings)
      expect(same.length, `${id}: ${word}`).toBeLessThanOrEqual(lines.length / 3);
  }
});

test('feelings fill four quadrants evenly, with the words of the popup among them', () => {
  const quadrants = Map.groupBy(content.feelings, (each) => `${each.energy} ${each.pleasantness}`);
  expect(quadrants.size).toBe(4);
  for (const words of quadrants.values()) {
    expect(words.length).toBeGreaterThanOrEqual(8);
    expect(words.length).toBeLessThanOrEqual(10);
  }
  expect(content.feelings.map(({ word }) => word)).toEqual(
    expect.arrayContaining(['tense', 'tired', 'hopeful', 'ashamed']),
  );
  expect(content.quickFeelings).toHaveLength(6);
});

test('grounding counts down from five, with a breath at each end', () => {
  expect(content.grounding.map(({ count }) => count)).toEqual([0, 5, 4, 3, 2, 1, 0]);
  expect(new Set(content.grounding.map(({ id }) => id)).size).toBe(7);
});
