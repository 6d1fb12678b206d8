/** The figures of a while in words, those that are known. */
import type { SleepWords } from '../../../content/sleep.ts';
import { lengthWords } from './length.ts';
import type { ClockMeanOf, Mean, PeriodFigures } from './period.ts';

export interface FigureLine {
  readonly name: keyof SleepWords['figures']['names'];
  readonly value: string;
  /** What it is from, and more of it. */
  readonly notes: readonly string[];
}

/** Fewer pairs of days are no habit yet (reference C5). */
const leastPairs = 5;

export function figureLines(
  figures: PeriodFigures,
  words: SleepWords,
  clock: (minute: number) => string,
): FigureLine[] {
  const said = words.figures;
  const from = (nights: number): string => said.from(words.nights(nights));
  const of = (
    name: FigureLine['name'],
    mean: Mean | null,
    value: (mean: number) => string,
  ): FigureLine[] =>
    mean === null ? [] : [{ name, value: value(mean.value), notes: [from(mean.from)] }];
  const length = (minutes: number): string => lengthWords(minutes, words);
  const percent = (share: number): string => words.percent(Math.round(share));
  const clockOf = (name: FigureLine['name'], mean: ClockMeanOf | null): FigureLine[] => {
    if (mean === null) return [];
    const spread = mean.from > 1 ? [said.spread(length(mean.spread))] : [];
    return [
      { name, value: clock(Math.round(mean.minute) % 1440), notes: [from(mean.from), ...spread] },
    ];
  };
  return [
    ...of('tst', figures.tst, length),
    ...of('tst24', figures.tst24, length),
    ...of('tib', figures.tib, length),
    ...of('efficiency', figures.efficiency, percent),
    ...of('dseEfficiency', figures.dseEfficiency, percent),
    ...of('maintenance', figures.maintenance, percent),
    ...of('sol', figures.sol, length),
    ...of('waso', figures.waso, length),
    ...of('awakenings', figures.awakenings, (value) => String(Math.round(value * 10) / 10)),
    ...clockOf('intoBed', figures.intoBed),
    ...clockOf('outOfBed', figures.outOfBed),
    ...clockOf('midSleep', figures.midSleep),
    ...regularityLine(figures, words),
    ...jetlagLine(figures, words),
  ];
}

function regularityLine({ regularity }: PeriodFigures, words: SleepWords): FigureLine[] {
  if (regularity === null || regularity.pairs < leastPairs) return [];
  const { share, days } = regularity;
  return [
    {
      name: 'regularity',
      value: words.percent(Math.round(share)),
      notes: [words.figures.from(words.nights(days))],
    },
  ];
}

function jetlagLine({ jetlag }: PeriodFigures, words: SleepWords): FigureLine[] {
  if (jetlag === null) return [];
  const { later, earlier, same, from } = words.figures;
  const minutes = Math.round(jetlag.apart);
  const length = lengthWords(Math.abs(minutes), words);
  const value = minutes === 0 ? same : minutes > 0 ? later(length) : earlier(length);
  return [{ name: 'jetlag', value, notes: [from(words.nights(jetlag.from))] }];
}
