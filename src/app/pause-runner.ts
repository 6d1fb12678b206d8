/**
 * Runs the timing engine of one shell: reads its state, steps it, keeps what it decided, and only then
 * lets the shell act. One runs at a time in each shell, and takes events one by one.
 */
import { dayOf, hourMs } from '../kernel/civil-time.ts';
import {
  factFields,
  factsId,
  factsKind,
  ledgerDays,
  ledgerFields,
  ledgerId,
  ledgerKind,
  parseFacts,
} from '../features/pauses/day-records.ts';
import type { EngineState, Moment } from '../features/pauses/engine-state.ts';
import type { PauseEffect, PauseEvent, PauseFact } from '../features/pauses/events.ts';
import {
  parseSign,
  presenceId,
  presenceKind,
  signFields,
} from '../features/pauses/presence-records.ts';
import { heardBy, type Behind } from '../features/pauses/fact-times.ts';
import type { LedgerRow } from '../features/pauses/ledger.ts';
import type { PauseRules } from '../features/pauses/rules.ts';
import { step, type Step } from '../features/pauses/step.ts';
import type { Clock } from '../ports.ts';
import { readBehind } from '../vault/clock-behind.ts';
import type { Change } from '../vault/item.ts';
import { readOrCreateDevice } from '../vault/device-id.ts';
import { rowsOf } from '../vault/rows-of.ts';
import type { Vault } from '../vault/vault.ts';
import { daysView } from '../vault/view.ts';
import { KeptRules } from './kept-rules.ts';
import { KeptState } from './kept-state.ts';
import { clockStepMs } from './watch-clock.ts';

/** What the shell does itself: everything else stays in the vault. */
export type PauseAction =
  | Extract<PauseEffect, { type: 'offer' | 'withdraw' | 'wake' }>
  /** The clock shows less than it did: alarms of this shell may not ring before it shows `from` again. */
  | { readonly type: 'setBack'; readonly from: number };

export interface RunnerSetup {
  readonly shell: 'extension' | 'pwa';
  readonly clock: Clock;
  /** Names this run of the context, so that a new one does not trust the old one's monotonic clock. */
  readonly boot: string;
  /** The last key that went into a page, where the shell may know. */
  readonly typedAt: () => number | undefined | Promise<number | undefined>;
  readonly act: (action: PauseAction, rules: PauseRules) => Promise<void>;
}

const dayMs = 24 * hourMs;

export class PauseRunner {
  readonly #vault: Vault;
  readonly #setup: RunnerSetup;
  readonly #rules: KeptRules;
  readonly #state: KeptState;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(vault: Vault, setup: RunnerSetup) {
    this.#vault = vault;
    this.#setup = setup;
    this.#rules = new KeptRules(vault);
    this.#state = new KeptState(vault);
  }

  /** The rules in force. */
  async rules(): Promise<PauseRules> {
    return (await this.#rules.current()).rules;
  }

  /** Where the engine stood when it last took an event. */
  async state(): Promise<EngineState> {
    return (await this.#state.read(this.#now())).state;
  }

  /** Resolves when the event has been decided, kept and acted on, with where the engine stands then. */
  take(event: PauseEvent): Promise<EngineState> {
    const taken = this.#queue.then(() => this.#take(event));
    // One event that could not be taken does not stop the next; its own caller hears of it.
    this.#queue = taken.catch(() => undefined);
    return taken;
  }

  /** Hears what the other shell and other devices did; harmless to repeat. */
  async hear(): Promise<EngineState> {
    return this.take(await this.#news());
  }

  async #news(): Promise<PauseEvent> {
    const { wall, zone } = this.#now();
    const behind = await readBehind(this.#vault.db);
    // Elsewhere it may be another day already, by zone or by a clock that is off.
    const days = [wall - dayMs, wall, wall + dayMs].flatMap((at) => daysTold(at, zone, behind));
    const items = await Promise.all(
      [...new Set(days)].map((day) => this.#vault.read(factsId(day))),
    );
    const facts = items
      .flatMap((item) => (item ? parseFacts(item.fields) : []))
      .map((told) => heardBy(behind, told));
    const own = await this.#device();
    const rows = await rowsOf(this.#vault.db, [daysView(presenceKind, '', '9999')]);
    const signs = (await this.#vault.openRows(rows)).flatMap(
      ({ id, fields }) => parseSign(id, fields) ?? [],
    );
    // Without facts too: the rules may have arrived, and every event is weighed under the present ones.
    return { type: 'elsewhere', facts, devices: { own, signs } };
  }

  #device(): Promise<string> {
    const { db, setup } = this.#vault;
    return readOrCreateDevice(db, setup.random);
  }

  async #take(event: PauseEvent): Promise<EngineState> {
    const at = this.#now();
    const { rules, repairs } = await this.#rules.current();
    const { state, repaired } = await this.#state.read(at);
    if (repaired && !('repaired' in event)) {
      await this.#take({ type: 'started', repaired });
      return this.#take(event);
    }
    if (!state.devices && !this.#vault.readOnly && isFirst(event)) {
      // The first that this device does is to look for the others.
      await this.#take(await this.#news());
      return this.#take(event);
    }
    const told =
      event.type === 'rulesChanged' ? { ...event, repairs } : await this.#amongKeys(event);
    const taken = step(state, told, at, rules);
    const { state: next, effects } = taken;
    await this.#keep(taken, at, rules);
    if (at.wall < state.seen.wall - clockStepMs)
      await this.#setup.act({ type: 'setBack', from: state.seen.wall }, rules);
    for (const effect of effects)
      if (effect.type === 'offer' || effect.type === 'withdraw' || effect.type === 'wake')
        await this.#setup.act(effect, rules);
    return next;
  }

  /** What comes of itself may come while keys go in, and brings no pause between them. */
  async #amongKeys(event: PauseEvent): Promise<PauseEvent> {
    if (event.type !== 'elsewhere' && event.type !== 'speaker') return event;
    const typedAt = await this.#setup.typedAt();
    return typedAt === undefined ? event : { ...event, typedAt };
  }

  async #keep(taken: Step, at: Moment, rules: PauseRules): Promise<void> {
    const { effects } = taken;
    const rows = effects.flatMap((effect) => (effect.type === 'ledger' ? [effect.row] : []));
    const facts = effects.flatMap((effect) => (effect.type === 'facts' ? effect.facts : []));
    const sign = effects.findLast((effect) => effect.type === 'sign');
    const changes = [
      ...(await this.#ledgerChanges(rows, at, rules)),
      ...(await this.#factChanges(facts, at)),
      ...(sign ? await this.#signChanges(sign) : []),
    ];
    // A vault that cannot write (full, or from a later Comma) still offers pauses; a banner says the rest.
    if (changes.length > 0) await this.#vault.write(...changes);
    await this.#state.write(taken, at);
  }

  async #ledgerChanges(
    rows: readonly LedgerRow[],
    at: Moment,
    rules: PauseRules,
  ): Promise<Change[]> {
    if (rows.length === 0) return [];
    const day = dayOf(at.wall, at.zone, rules.dayStart);
    const fields = { day, ...ledgerFields(rows) };
    const id = ledgerId(this.#setup.shell, day, await this.#device());
    return [{ id, kind: ledgerKind, fields }];
  }

  async #signChanges({ sign }: Extract<PauseEffect, { type: 'sign' }>): Promise<Change[]> {
    const id = presenceId(await this.#device());
    return [{ id, kind: presenceKind, fields: signFields(sign) }];
  }

  async #factChanges(facts: readonly PauseFact[], at: Moment): Promise<Change[]> {
    if (facts.length === 0) return [];
    const behind = await readBehind(this.#vault.db);
    return daysTold(at.wall, at.zone, behind).map((day) => ({
      id: factsId(day),
      kind: factsKind,
      fields: { day, ...factFields(facts, behind) },
    }));
  }

  #now(): Moment {
    const { clock, boot } = this.#setup;
    return { wall: clock.wall(), mono: clock.mono(), zone: clock.zone(), boot };
  }
}

/** What comes of itself needs no look at the others before it. */
const isFirst = (event: PauseEvent): boolean =>
  event.type !== 'elsewhere' && !('repaired' in event);

/** The day of this clock, under which the other shell here looks, and the one that devices share. */
function daysTold(wall: number, zone: string, behind: Behind): string[] {
  return [...new Set([wall, wall + (behind ?? 0)].map((at) => dayOf(at, zone)))];
}

/** Lets go of ledgers older than a month, and of facts too old to matter. */
export async function forgetOldDays(vault: Vault, today: string): Promise<void> {
  // What erases them would only lie there until somebody unlocks.
  if (vault.isLocked) return;
  // A clock that is years ahead makes nobody's days old.
  const behind = Math.round(((await readBehind(vault.db)) ?? 0) / dayMs);
  const shared = Temporal.PlainDate.from(today).add({ days: Math.min(0, behind) });
  const last = shared.subtract({ days: ledgerDays }).toString();
  for (const kind of [ledgerKind, factsKind]) {
    const old = await vault.db.rec
      .where('[kind+day]')
      .between([kind, ''], [kind, last], true, false)
      .primaryKeys();
    for (const id of old) await vault.write({ id, kind, fate: 'erase' });
  }
}
