/** What was noted of one kind today, and noting more of it in one tap. */
import { logIn } from '../content/log.ts';
import type { Log } from '../features/anchors/log/log.svelte.ts';
import { momentFields, momentOf, type Occasion } from '../features/anchors/log/occasion.ts';
import { daysBefore, lastDay } from '../kernel/dates.ts';
import type { Comma } from './comma.svelte.ts';
import { sleepTimes, type SleepTimes } from './sleep-times.ts';

/** How far back it is looked for what is likely (chosen). */
const lookBack = 28;

export class LogToday<Member extends Occasion> {
  readonly #comma: Comma;
  readonly #log: Log<Member>;
  readonly #nameOf: (member: Member) => string;
  readonly #times: SleepTimes;
  readonly #today;
  readonly #lately;
  #newest = $state<string>();

  constructor(comma: Comma, log: Log<Member>, nameOf: (member: Member) => string) {
    this.#comma = comma;
    this.#log = log;
    this.#nameOf = nameOf;
    const { languages } = comma.ports;
    this.#times = sleepTimes(languages);
    this.#today = $derived(comma.pauses.today);
    this.#lately = $derived(log.between(daysBefore(this.#today, lookBack - 1), lastDay));
  }

  /** Of the last weeks; null until it is known. */
  get lately(): readonly Member[] | null {
    return this.#lately.current;
  }

  /** In the order in which it was. */
  get ofToday(): readonly Member[] {
    return (this.lately ?? [])
      .filter(({ date }) => date === this.#today)
      .toSorted((a, b) => a.at - b.at);
  }

  /** What was noted here a moment ago. */
  get noted(): { readonly id: string; readonly said: string } | undefined {
    const newest = this.lately?.find(({ id }) => id === this.#newest);
    const { languages } = this.#comma.ports;
    const { noted } = logIn(languages);
    return (
      newest && {
        id: newest.id,
        said: noted(this.#nameOf(newest), this.#times.told(momentOf(newest).time)),
      }
    );
  }

  async note(sort: string): Promise<void> {
    const { ports, pauses } = this.#comma;
    const at = ports.clock.wall();
    const fields = { ...momentFields(at, ports.clock.zone(), pauses.rules.dayStart), sort };
    const id = await this.#log.add(fields, (heard) => this.#comma.kept(heard));
    this.#newest = id ?? this.#newest;
  }

  async undo(id: string): Promise<void> {
    if (this.#comma.kept(await this.#log.forget(id))) this.#newest = undefined;
  }
}
