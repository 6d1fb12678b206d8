/** A computer with a clock that can sleep, jump and die, and a person in front of it. */
import {
  freshState,
  type EngineState,
  type Moment,
  type PendingSlot,
} from '#core/features/pauses/engine-state.ts';
import {
  type PauseEffect,
  type PauseEvent,
  type PauseFact,
  type Presence,
  type Sign,
} from '#core/features/pauses/events.ts';
import { isEnding, type LedgerRow } from '#core/features/pauses/ledger.ts';
import { nextPause, type NextPause } from '#core/features/pauses/next.ts';
import { defaultPrompt, type Prompt } from '#core/features/pauses/prompt.ts';
import { defaultRules, promptOrFirst, type PauseRules } from '#core/features/pauses/rules.ts';
import { step } from '#core/features/pauses/step.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

export const berlin = 'Europe/Berlin';
export const instant = (local: string, zone = berlin): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

/** The rules of a world; the first two are the only prompt's. */
export type WorldRules = Partial<PauseRules> & {
  readonly everyMinutes?: number;
  readonly lengthSeconds?: number;
};

export const prompt = (
  id: string,
  cadence: Prompt['cadence'],
  more: Partial<Prompt> = {},
): Prompt => ({
  ...defaultPrompt,
  id,
  cadence,
  hours: cadence.type === 'active' ? 'usual' : 'any',
  together: cadence.type === 'active' ? 'merge' : 'space',
  ...more,
});

function rulesOf({ everyMinutes = 50, lengthSeconds = 60, ...rules }: WorldRules): PauseRules {
  const main = {
    ...defaultPrompt,
    cadence: { type: 'active', everyMinutes } as const,
    lengthSeconds,
  };
  return { ...defaultRules, prompts: [main], ...rules };
}

/** Monday, half a minute after the hours open, so that nothing begins on a boundary. */
const mondayMorning = instant('2026-11-23T09:00:30');

export class World {
  wall: number;
  mono = 5_000;
  boot = 'boot-1';
  zone: string;
  rules: PauseRules;
  state: EngineState;
  /** What a new context would find: quiet steps reach it half a minute late, as a shell may keep them. */
  stored: EngineState;
  writes = 0;
  private storedAt = 0;
  effects: PauseEffect[] = [];
  ledger: LedgerRow[] = [];
  facts: PauseFact[] = [];
  signs: (Sign | null)[] = [];
  visible = new Set<string>();
  offers: { slot: string; at: number }[] = [];
  wake: number | null = null;
  /** How late each alarm rings, in milliseconds. */
  lag = 0;
  /** Sees each step before anything is carried out. */
  watch?: (event: PauseEvent, effects: readonly PauseEffect[]) => void;
  /** How the surfaces answer an offer. */
  onOffer: 'show' | 'take' | 'lose' = 'show';

  constructor(rules: WorldRules = {}, wall = mondayMorning, zone = berlin) {
    this.zone = zone;
    this.rules = rulesOf(rules);
    this.wall = wall;
    this.state = freshState(this.at);
    this.stored = this.state;
    this.send({ type: 'started' });
  }

  /** Changes some rules and says so. */
  decide({ everyMinutes, lengthSeconds, ...rules }: WorldRules): void {
    const [first = defaultPrompt, ...others] = this.rules.prompts;
    const changed = {
      ...first,
      ...(everyMinutes !== undefined && { cadence: { type: 'active', everyMinutes } as const }),
      ...(lengthSeconds !== undefined && { lengthSeconds }),
    };
    this.rules = { ...this.rules, prompts: [changed, ...others], ...rules };
    this.send({ type: 'rulesChanged' });
  }

  /** The first prompt, as it counts active time. */
  get main(): Prompt & { everyMinutes: number } {
    const first = promptOrFirst(this.rules, '');
    return {
      ...first,
      everyMinutes: first.cadence.type === 'active' ? first.cadence.everyMinutes : Infinity,
    };
  }

  /** The slot that is on a screen or on its way there, or else the one that has waited longest. */
  get pending(): PendingSlot | null {
    const { slots } = this.state;
    return slots.find(({ phase }) => phase !== 'due') ?? slots[0] ?? null;
  }

  get anchor(): number {
    return this.state.prompts[this.main.id]?.anchor ?? NaN;
  }

  /** What goes on around the person, as a shell sees it with each knock of its alarm. */
  around: Partial<Presence> | null = null;

  /** The same computer a second time, its ledger new: what happens to one leaves the other. */
  twin(): World {
    const twin = new World(this.rules, this.wall);
    const { mono, boot, zone, lag, onOffer, state, stored, wake } = this;
    const visible = new Set(this.visible);
    return Object.assign(twin, { mono, boot, zone, lag, onOffer, state, stored, wake, visible });
  }

  get at(): Moment {
    return { wall: this.wall, mono: this.mono, boot: this.boot, zone: this.zone };
  }

  get next(): NextPause {
    return nextPause(this.state, this.rules, this.at);
  }

  get verdicts(): string[] {
    return this.ledger.map(({ verdict }) => verdict);
  }

  get endings(): LedgerRow[] {
    return this.ledger.filter(({ slot, verdict }) => slot !== undefined && isEnding(verdict));
  }

  send(event: PauseEvent): PauseEffect[] {
    const { state, effects, keep } = step(this.state, event, this.at, this.rules);
    this.state = state;
    this.keep(keep);
    this.effects = [...effects];
    this.watch?.(event, effects);
    // What an offer brings about comes after everything else this step asked for.
    const later = (effect: PauseEffect): number => (effect.type === 'offer' ? 1 : 0);
    for (const effect of effects.toSorted((a, b) => later(a) - later(b))) this.carryOut(effect);
    return [...effects];
  }

  private keep(when: 'now' | 'soon'): void {
    if (when === 'soon' && this.mono - this.storedAt < 30 * second) return;
    this.stored = this.state;
    this.storedAt = this.mono;
    this.writes += 1;
  }

  private carryOut(effect: PauseEffect): void {
    switch (effect.type) {
      case 'offer': {
        const { slot } = effect;
        if (this.onOffer === 'lose' || this.visible.has(slot)) return;
        this.visible.add(slot);
        this.offers.push({ slot, at: this.wall });
        this.send({ type: 'shown', slot, surface: 'popup' });
        if (this.onOffer === 'take') this.take(slot);
        break;
      }
      case 'withdraw':
        this.visible.delete(effect.slot);
        break;
      case 'ledger':
        this.ledger.push(effect.row);
        break;
      case 'facts':
        this.facts.push(...effect.facts);
        break;
      case 'sign':
        this.signs.push(effect.sign);
        break;
      case 'wake':
        this.wake = effect.at;
        break;
    }
  }

  /** Opens the pause and ends it after its whole length. */
  take(slot = this.shownSlot): void {
    const { lengthSeconds: seconds } = promptOrFirst(this.rules, slot.split(':')[1] ?? '');
    this.send({ type: 'opened', slot });
    this.pass(seconds * second);
    this.send({ type: 'finished', slot, seconds, how: 'done' });
  }

  get shownSlot(): string {
    const [slot] = this.visible;
    if (slot === undefined) throw new Error('No pause is offered: bring one about first.');
    return slot;
  }

  /** Awake time: both clocks run and the alarm rings when the engine asked for it. */
  pass(length: number): void {
    const end = this.wall + length;
    while (this.wake !== null && this.wake + this.lag <= end) {
      this.advance(Math.max(0, this.wake + this.lag - this.wall));
      this.knock();
    }
    this.advance(Math.max(0, end - this.wall));
  }

  knock(): void {
    const presence = this.around && { state: 'active' as const, ...this.around };
    this.send({ type: 'heartbeat', ...(presence && { presence }) });
  }

  /** A call, a film, keys: from now on, until something else is seen. */
  see(around: Partial<Presence> | null): void {
    this.around = around;
    this.send({ type: 'heartbeat', presence: { state: 'active', ...around } });
  }

  advance(length: number): void {
    this.wall += length;
    this.mono += length;
  }

  /** The computer sleeps: only the wall clock goes on, and the alarm rings at waking. */
  sleep(length: number): void {
    this.wall += length;
    this.send({ type: 'heartbeat' });
  }

  /** The background dies; the next event finds a new context and what was stored, as JSON. */
  die(): void {
    this.state = JSON.parse(JSON.stringify(this.stored)) as EngineState;
    this.storedAt = -Infinity;
    this.boot = `boot-${Number(this.boot.slice(5)) + 1}`;
    this.mono = 0;
  }

  idle(forLength: number): void {
    this.pass(forLength);
    const presence = { state: 'idle' as const, lastInput: this.wall - forLength };
    this.send({ type: 'presence', presence });
  }

  lock(): void {
    this.send({ type: 'presence', presence: { state: 'locked', lastInput: this.wall } });
  }

  input(): void {
    const presence = { state: 'active' as const, lastInput: this.wall, used: this.wall };
    this.send({ type: 'presence', presence });
  }

  /** Away from the last input for `length`, noticed when the idle threshold has passed. */
  walkAway(length: number): void {
    const threshold = this.rules.idleMinutes * minute;
    if (length < threshold) this.pass(length);
    else {
      this.idle(threshold);
      this.pass(length - threshold);
    }
    this.input();
  }

  /** The minutes after the start at which pauses were offered. */
  offersAfter(start: number): number[] {
    return this.offers.map(({ at }) => Math.round((at - start) / second) / 60);
  }
}
