/** A world in which each step is checked against what holds for every step. */
import { type EngineState } from '#core/features/pauses/engine-state.ts';
import { type PauseEffect, type PauseEvent } from '#core/features/pauses/events.ts';
import { activeMs, openAt } from '#core/features/pauses/active-time.ts';
import { nextOpening, openSpanAt, type OpenSpan } from '#core/features/pauses/hours.ts';
import { isEnding } from '#core/features/pauses/ledger.ts';
import { promptOrFirst } from '#core/features/pauses/rules.ts';
import { minute, second, World } from './world.ts';

/** `expect` is too slow to ask a million times. */
function holds(truth: boolean, otherwise: string): void {
  if (!truth) throw new Error(otherwise);
}

export class CheckedWorld extends World {
  readonly due = new Set<string>();
  readonly ended = new Set<string>();

  private before?: { state: EngineState; active: number; open: number | undefined };

  override watch = (event: PauseEvent, effects: readonly PauseEffect[]): void => {
    const { state, wall, before, active } = this;
    const gap = this.rules.gapMinutes * minute;
    holds(this.visible.size <= 1, 'two prompts are visible');
    const { prompts } = state;
    for (const id in prompts)
      holds((prompts[id]?.anchor ?? 0) <= wall + second, 'an interval begins in the future');
    holds(active >= 0, 'active time is negative');
    holds(state.slots.filter(({ phase }) => phase !== 'due').length <= 1, 'two are on their way');
    holds(
      state.spans.every(([from, until]) => until > from),
      'a span runs backwards',
    );
    holds(state.promised === null || state.promised > wall, 'an alarm is set in the past');
    for (const { slot } of state.slots) this.due.add(slot);
    for (const effect of effects) {
      if (effect.type === 'ledger') this.checkRow(effect.row.slot, isEnding(effect.row.verdict));
      if (effect.type !== 'offer') continue;
      holds(!this.ended.has(effect.slot), `${effect.slot} is offered after its end`);
      if (effect.asked) continue;
      const prompt = promptOrFirst(this.rules, effect.prompt);
      holds(
        openAt(prompt, this.rules, this.at) !== undefined,
        'a pause is offered outside its hours',
      );
      // A surface that did not come about is asked for again; that is no new prompt.
      const isNew = !before?.state.slots.some(
        ({ slot, phase }) => slot === effect.slot && phase === 'decided',
      );
      // Where the clock was set back, only the engine knows when the last one was by the new one.
      const isBack = before !== undefined && before.state.seen.wall > wall;
      const { last } = isBack ? state : (before?.state ?? state);
      holds(
        !isNew || !last || last.prompt === effect.prompt || wall - last.at >= gap,
        'two prompts come closer than the gap',
      );
      holds(state.around.meeting === undefined, 'a pause is offered in a call');
      holds((state.call?.until ?? 0) <= wall, 'a pause is offered in a call that was told of');
      holds((state.quiet?.until ?? 0) <= wall, 'a pause is offered in quiet time');
    }
    // A heartbeat can only add active time, unless an interval, other hours or an absence began.
    if (
      event.type === 'heartbeat' &&
      state.prompts['main']?.stretch === 'open' &&
      before?.state.prompts['main']?.stretch === 'open' &&
      before.state.prompts['main'].anchor === state.prompts['main'].anchor &&
      before.state.whereabouts.is === state.whereabouts.is &&
      before.open === this.openSpan?.from
    )
      holds(active >= before.active - second, 'active time went back');
    this.before = { state, active, open: this.openSpan?.from };
  };

  private get active(): number {
    return activeMs(this.state, this.main, this.rules, this.at, this.openSpan);
  }

  /** Remembered between steps: asking anew each time makes the year twice as long. */
  private get openSpan(): OpenSpan | undefined {
    const { wall, zone, known } = this;
    if (known?.zone !== zone || wall < known.from || wall >= known.until) {
      const span = openSpanAt(this.rules.hours, wall, zone);
      const next = nextOpening(this.rules.hours, wall, zone) ?? wall;
      this.known = { zone, from: span?.from ?? wall, until: span?.until ?? next, span };
    }
    return this.known?.span;
  }

  private known?: { zone: string; from: number; until: number; span: OpenSpan | undefined };

  private checkRow(slot: string | undefined, ends: boolean): void {
    if (slot === undefined || !ends) return;
    holds(!this.ended.has(slot), `${slot} ends twice`);
    this.ended.add(slot);
  }
}
