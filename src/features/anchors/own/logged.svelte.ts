import type { Result } from '../../../kernel/result.ts';
import type { Ahead } from '../../../vault/ahead.svelte.ts';
import type { WriteFailure } from '../../../vault/item.ts';
import type { TextEditing } from '../../../vault/text-editing.svelte.ts';
import type { Vault } from '../../../vault/vault.ts';
import { restOn, type DayState, type Rest } from '../consistency/day-state.ts';
import type { Span } from '../consistency/kept.ts';
import { Log } from '../log/log.svelte.ts';
import { isEaten, mealKind, parseMeal, type Meal } from '../meals/meal.ts';
import { movementKind, parseMovement, type Movement } from '../movement/movement.ts';
import type { Night } from '../sleep/night.ts';
import { Nights } from '../sleep/nights.svelte.ts';
import { creditOfNoted, stateOn, type AnchorDays } from './anchor-day.ts';
import type { Anchor, AnchorSource } from './anchor.ts';
import { Anchors } from './anchors.svelte.ts';
import { byId, dayNoteId, type DayNote, type DayNoted, type Told } from './day-note.ts';
import { notedOfMovements, notedOfNights, notedOfOccasions } from './fulfilled.ts';
import { restsOf, type AnchorRest } from './rest.ts';

/** One day of one anchor as it is seen. */
export interface SeenDay extends Told {
  readonly date: string;
  /** By hand, or else by what was logged elsewhere. */
  readonly noted: DayNoted | null;
  readonly byHand: boolean;
  /** Null where nothing was noted, or rest was. */
  readonly credit: number | null;
  readonly state: DayState;
  readonly resting: Rest | null;
  readonly note: string;
}

type Heard = (result: Result<unknown, WriteFailure>) => boolean;

export interface LoggedOf {
  readonly span: () => Span;
  readonly dayStart: () => number;
  /** Told how each change went; answers whether it was kept. */
  readonly heard: Heard;
  /** Of this anchor only. */
  readonly only?: string;
}

/** What is logged of the anchors on the days of a span; a tap shows before it is back from the vault. */
export class Logged {
  readonly anchors: Anchors;
  readonly #of: LoggedOf;
  readonly #nights: Nights;
  readonly #all;
  readonly #rests;
  readonly #notes;
  readonly #slept;
  readonly #moved;
  readonly #eaten;
  readonly #byId;
  readonly #byMorning;
  readonly #movedOn;
  readonly #eatenOn;
  #latest: readonly DayNote[] | null = null;

  constructor(vault: Vault, ahead: Ahead, of: LoggedOf) {
    this.#of = of;
    this.anchors = new Anchors(vault, ahead);
    this.#nights = new Nights(vault);
    this.#all = this.anchors.all();
    this.#rests = this.anchors.rests();
    this.#notes = $derived.by(() => {
      const { from, until } = of.span();
      return of.only === undefined
        ? this.anchors.notes(from, until)
        : this.anchors.notesOf(of.only, from, until);
    });
    const movements = new Log<Movement>(vault, movementKind, parseMovement);
    const meals = new Log<Meal>(vault, mealKind, parseMeal);
    /** Only what some anchor counts is asked for. */
    const wanted = <Found>(
      source: AnchorSource,
      log: { readonly between: (from: string, until: string) => Found },
    ): Found | null => {
      const { from, until } = of.span();
      return this.#seen?.some((anchor) => anchor.from === source) ? log.between(from, until) : null;
    };
    this.#slept = $derived(wanted('sleep', this.#nights));
    this.#moved = $derived(wanted('movement', movements));
    this.#eaten = $derived(wanted('meals', meals));
    this.#byId = $derived(byId(this.#days));
    this.#byMorning = $derived(
      Map.groupBy(
        (this.#slept?.current ?? []).map(({ night }): Night => night),
        ({ date }) => date,
      ),
    );
    this.#movedOn = $derived(Map.groupBy(this.#moved?.current ?? [], ({ date }) => date));
    this.#eatenOn = $derived(
      Map.groupBy((this.#eaten?.current ?? []).filter(isEaten), ({ date }) => date),
    );
  }

  /** Those of before stay while others are read, so that nothing goes and comes. */
  get #days(): readonly DayNote[] {
    this.#latest = this.#notes.current ?? this.#latest;
    return this.#latest ?? [];
  }

  get #seen(): readonly Anchor[] | null {
    const { only } = this.#of;
    const all = this.#all.current;
    return only === undefined ? all : (all?.filter(({ id }) => id === only) ?? null);
  }

  /** All that is asked of the vault is there. */
  get known(): boolean {
    return (
      this.#all.current !== null &&
      this.#rests.current !== null &&
      (this.#notes.current ?? this.#latest) !== null
    );
  }

  /** In their order, those put away among them. */
  get all(): readonly Anchor[] {
    return this.#all.current ?? [];
  }

  get rests(): readonly AnchorRest[] {
    return this.#rests.current ?? [];
  }

  get dayStart(): number {
    return this.#of.dayStart();
  }

  #kept(anchor: string, date: string): DayNote | undefined {
    return this.#byId.get(dayNoteId(anchor, date));
  }

  #byHand(anchor: string, date: string): DayNoted | null {
    return this.#kept(anchor, date)?.noted ?? null;
  }

  #elsewhere(anchor: Anchor, date: string): DayNoted | null {
    switch (anchor.from) {
      case 'sleep':
        return notedOfNights(anchor, this.#byMorning.get(date) ?? []);
      case 'movement':
        return notedOfMovements(anchor, this.#movedOn.get(date) ?? []);
      case 'meals':
        return notedOfOccasions(anchor, this.#eatenOn.get(date) ?? []);
      case null:
        return null;
    }
  }

  #noted(anchor: Anchor, date: string): DayNoted | null {
    return this.#byHand(anchor.id, date) ?? this.#elsewhere(anchor, date);
  }

  /** On which days something was noted of these, in no order. */
  dates(anchors: readonly Anchor[]): string[] {
    return this.#days
      .filter(({ anchor, noted }) => noted !== null && anchors.some(({ id }) => id === anchor))
      .map(({ date }) => date);
  }

  /** What rules work on. */
  daysOf(anchor: Anchor): AnchorDays {
    return {
      ...{ anchor, dayStart: this.dayStart, rests: restsOf(this.rests, anchor.id) },
      noted: { get: (date) => this.#noted(anchor, date) },
    };
  }

  day(anchor: Anchor, date: string): SeenDay {
    const [days, kept] = [this.daysOf(anchor), this.#kept(anchor.id, date)];
    const noted = this.#noted(anchor, date);
    const credit = creditOfNoted(anchor, noted, this.dayStart);
    return {
      ...{ date, noted, byHand: this.#byHand(anchor.id, date) !== null },
      credit: credit === 'rest' ? null : credit,
      state: stateOn(days, date),
      resting: restOn(date, days.rests),
      ...{ reactive: kept?.reactive ?? null, reason: kept?.reason ?? null },
      note: kept?.note ?? '',
    };
  }

  /** What is noted of a day in place of what was; null takes it back. */
  async note(anchor: Anchor, date: string, noted: DayNoted | null): Promise<boolean> {
    const before = this.#byHand(anchor.id, date);
    return this.#of.heard(await this.anchors.note(anchor.id, date, before, noted));
  }

  /** One step more, or one less. */
  tick(anchor: Anchor, date: string, step: string, on: boolean): Promise<boolean> {
    const before = this.#byHand(anchor.id, date);
    const others = before?.type === 'steps' ? before.done.filter((id) => id !== step) : [];
    const done = on ? [...others, step].sort() : others;
    return this.note(anchor, date, done.length === 0 ? null : { type: 'steps', done });
  }

  async tell(anchor: Anchor, date: string, told: Partial<Told>): Promise<boolean> {
    return this.#of.heard(await this.anchors.tell(anchor.id, date, told));
  }

  /** Words about a day; it is begun before they are typed, or they would lie on no day. */
  words(anchor: Anchor, { date, note }: Pick<SeenDay, 'date' | 'note'>): TextEditing {
    return this.anchors.words({ anchor: anchor.id, date, note }, this.#of.heard);
  }

  async begin(anchor: Anchor, date: string): Promise<boolean> {
    return this.#of.heard(await this.anchors.begin(anchor.id, date));
  }
}
