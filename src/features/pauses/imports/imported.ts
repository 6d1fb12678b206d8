/** What another program's settings come to here. */
import { minutesToClock } from '../../../kernel/civil-time.ts';
import { rangeBetween, type WeekHours } from '../hours.ts';
import { defaultPrompt, promptLimits, type Prompt } from '../prompt.ts';
import { ruleLimits, type PauseRules } from '../rules.ts';

export type Peer = 'Stretchly' | 'Safe Eyes' | 'BreakTimer' | 'LeechBlock';

/** Sites before which the person wants a breath: one list of theirs. */
export interface ImportedSites {
  /** In their words; may be empty. */
  readonly name: string;
  /** `news.example`, without scheme, path or `www`; each once, in order. */
  readonly hosts: readonly string[];
  /** When the list holds; null is always. */
  readonly hours: WeekHours | null;
}

export interface Imported {
  readonly from: Peer;
  /** Empty when the program knows no pauses. */
  readonly prompts: readonly Prompt[];
  /** Only what the program says. */
  readonly rules: Partial<Omit<PauseRules, 'prompts'>>;
  readonly sites: readonly ImportedSites[];
  /** Sentences: what came out differently, and what has no equivalent. */
  readonly notes: readonly string[];
}

/** Fields of unknown making, read with care: a wrong type is as good as nothing. */
export class Fields {
  readonly notes: string[] = [];
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(object: object) {
    this.#fields = new Map<string, unknown>(Object.entries(object));
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  get names(): readonly string[] {
    return [...this.#fields.keys()];
  }

  number(name: string): number | undefined {
    const value = this.#fields.get(name);
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#fields.get(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  text(name: string): string {
    const value = this.#fields.get(name);
    return typeof value === 'string' ? value : '';
  }

  list(name: string): readonly unknown[] {
    const value = this.#fields.get(name);
    return Array.isArray(value) ? value : [];
  }

  object(name: string): Fields | undefined {
    return fieldsOf(this.#fields.get(name));
  }

  note(sentence: string): void {
    this.notes.push(sentence);
  }

  /** A number within what Comma allows; a change is told. */
  within(
    what: string,
    value: number,
    [least, most]: readonly [number, number],
    unit: string,
  ): number {
    const used = Math.min(most, Math.max(least, Math.round(value)));
    if (used !== Math.round(value))
      this.note(`${what}: ${Math.round(value)} ${unit} becomes ${used} ${unit} here.`);
    return used;
  }
}

export const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Fields(value)
    : undefined;

export interface Interval {
  readonly id: string;
  readonly name: string;
  readonly everyMinutes: number;
  readonly seconds: number;
  readonly level?: Prompt['level'];
  readonly chime?: boolean;
}

/** A pause after so many minutes of active time. */
export function intervalPrompt(fields: Fields, interval: Interval): Prompt {
  const { id, name, everyMinutes, seconds, level = 'card', chime = false } = interval;
  const { everyMinutes: every, lengthSeconds: length } = promptLimits;
  return {
    ...defaultPrompt,
    id,
    name,
    cadence: {
      type: 'active',
      everyMinutes: fields.within(`Time between (${name})`, everyMinutes, every, 'minutes'),
    },
    lengthSeconds: fields.within(`Length (${name})`, seconds, length, 'seconds'),
    level,
    chime,
  };
}

export const snoozeOf = (fields: Fields, minutes: number): number =>
  fields.within('Later', minutes, ruleLimits.snoozeMinutes, 'minutes');

export const idleOf = (fields: Fields, minutes: number): number =>
  fields.within('Away after', minutes, ruleLimits.idleMinutes, 'minutes');

/** Ranges of a day; those that make no sense are left out and told. */
export function rangesOf(
  fields: Fields,
  day: string,
  ranges: readonly (readonly [from: number, until: number])[],
): { from: number; until: number }[] {
  const clock = (minute: number): string => minutesToClock(Math.min(1440, Math.max(0, minute)));
  return ranges.flatMap(([from, until]) => {
    const sound = [from, until].every(
      (each) => Number.isInteger(each) && each >= 0 && each <= 1440,
    );
    const range = sound ? rangeBetween(from, until) : undefined;
    if (range) return [range];
    fields.note(`Hours of ${day}: ${clock(from)} to ${clock(until)} is left out.`);
    return [];
  });
}
