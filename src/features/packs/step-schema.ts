/** The steps of a practice in a pack: those of Comma's own, to which the compiler holds them. */
import * as v from 'valibot';

import type { BreathStep, Step } from '../../content/practice-steps.ts';
import { longest } from '../../content/practice-structure.ts';
import { deckIds } from '../../content/schema.ts';
import {
  answerId,
  count,
  itemId,
  line,
  list,
  options,
  packDeckId,
  packLimits,
  word,
  words,
} from './schema-parts.ts';

const common = {
  when: v.exactOptional(
    v.pipe(v.object({ id: answerId, is: list(answerId, packLimits.options) }), v.readonly()),
  ),
};
const asking = {
  ...common,
  id: answerId,
  ask: line,
  without: v.exactOptional(line),
  hint: v.exactOptional(line),
};
const starters = { starters: v.exactOptional(list(word, packLimits.options)) };
const seconds = count(5, 600);
/** The ones that every Comma has. */
const rhythm: v.GenericSchema<BreathStep['pattern']> = v.picklist(['4-6', '5-5', 'box']);

const steps = v.variant('k', [
  v.object({
    ...common,
    k: v.literal('say'),
    text: line,
    without: v.exactOptional(line),
    hint: v.exactOptional(line),
  }),
  v.object({
    ...common,
    k: v.literal('breath'),
    pattern: rhythm,
    breaths: count(1, 60),
    short: v.exactOptional(count(1, 60)),
    text: v.exactOptional(line),
  }),
  v.object({
    ...common,
    k: v.literal('still'),
    sec: seconds,
    short: v.exactOptional(seconds),
    text: line,
    without: v.exactOptional(line),
    half: v.exactOptional(line),
  }),
  v.object({
    ...common,
    k: v.literal('line'),
    deck: v.union([v.picklist(deckIds.filter((deck) => deck !== 'endings')), packDeckId]),
  }),
  v.object({
    ...asking,
    k: v.literal('pick'),
    options,
    most: count(1, packLimits.options),
    own: v.exactOptional(v.literal(true)),
    ends: v.exactOptional(list(answerId, packLimits.options)),
  }),
  v.object({ ...asking, k: v.literal('feelings'), most: count(1, 12) }),
  v.object({ ...asking, k: v.literal('weather') }),
  v.object({ ...asking, k: v.literal('body') }),
  v.object({
    ...asking,
    k: v.literal('scale'),
    top: v.picklist([10, 100]),
    low: word,
    high: word,
    better: v.exactOptional(v.picklist(['lower', 'higher'])),
  }),
  v.object({
    ...asking,
    k: v.literal('rate'),
    top: v.picklist([10, 100]),
    low: word,
    high: word,
    items: v.exactOptional(options),
    from: v.exactOptional(answerId),
  }),
  v.object({
    ...asking,
    k: v.literal('write'),
    most: count(20, packLimits.written),
    ...starters,
  }),
  v.object({
    ...common,
    k: v.literal('blanks'),
    ask: line,
    hint: v.exactOptional(line),
    sentence: line,
    blanks: list(v.object({ id: answerId, hint: word, ...starters }), packLimits.rows),
  }),
  v.object({ ...asking, k: v.literal('list'), most: count(1, packLimits.rows) }),
  v.object({
    ...asking,
    k: v.literal('columns'),
    left: word,
    right: word,
    most: count(1, packLimits.rows),
  }),
  v.object({
    ...asking,
    k: v.literal('sort'),
    into: options,
    items: v.exactOptional(options),
    from: v.exactOptional(answerId),
    own: v.exactOptional(count(0, packLimits.rows)),
    sides: v.exactOptional(options),
    paired: v.exactOptional(list(answerId, packLimits.options)),
    note: v.exactOptional(word),
  }),
  v.object({ ...asking, k: v.literal('date') }),
  v.object({ ...asking, k: v.literal('seal') }),
  v.object({
    ...common,
    k: v.literal('beside'),
    text: line,
    shared: v.exactOptional(
      v.object({
        into: list(answerId, packLimits.options),
        asked: list(answerId, packLimits.options),
      }),
    ),
    left: v.object({ id: answerId, label: word }),
    right: v.object({ id: answerId, label: word }),
  }),
  v.object({
    ...common,
    k: v.literal('turn'),
    who: v.picklist(['A', 'B', 'both']),
    sec: seconds,
    short: v.exactOptional(seconds),
    text: line,
  }),
  v.object({
    ...common,
    k: v.literal('page'),
    heading: words(longest.title),
    text: words(packLimits.page),
  }),
  v.object({ ...asking, k: v.literal('guess'), options, answer: words(packLimits.page) }),
  v.object({ ...common, k: v.literal('card'), of: itemId }),
]);

/** Both ways: a step of Comma's that a pack cannot say, or one of a pack that Comma does not know, does not compile. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? One : never) : never;
type SameStep = Same<v.InferOutput<typeof steps>, Step>;

export const step: v.GenericSchema<unknown, SameStep> = steps;
