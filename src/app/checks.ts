/** What can be checked about this device, and how it stands. */
import type { CheckWords } from '../content/checks.ts';
import type { EngineState } from '../features/pauses/engine-state.ts';
import type { PauseRules } from '../features/pauses/rules.ts';
import type { Health, NoticePermission } from '../ports.ts';

export interface Found {
  readonly health: Health;
  readonly permission: NoticePermission;
  /** Whether the browser promised to keep what is stored; undefined when it cannot say. */
  readonly persisted: boolean | undefined;
  readonly readOnly: boolean;
}

export interface CheckLine<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly fine: boolean;
  readonly said: string;
}

export type Check = CheckLine<
  'rules' | 'engine' | 'alarm' | 'notices' | 'idle' | 'offscreen' | 'storage'
>;

/** An alarm this late has been lost, not delayed (chosen: browsers delay by seconds, Firefox by a minute). */
const lateMs = 3 * 60_000;

export function checksOf(
  words: CheckWords,
  { health, permission, persisted, readOnly }: Found,
  state: EngineState | null,
  rules: PauseRules,
  at: number,
  clock: (instant: number) => string,
): Check[] {
  const on = rules.on && rules.prompts.some((prompt) => prompt.on);
  const late = state !== null && state.promised !== null && at - state.promised > lateMs;
  const lost = state !== null && state.promised !== null && health.alarm === null;
  const seen = state ? clock(state.seen.wall) : '';
  const checks: (Check | false)[] = [
    { id: 'rules', label: words.rules.label, fine: on, said: words.rules[on ? 'on' : 'off'] },
    {
      id: 'engine',
      label: words.engine.label,
      fine: state !== null && !late,
      said: state
        ? late
          ? words.engine.stale(seen)
          : words.engine.last(seen)
        : words.engine.never,
    },
    health.alarm !== undefined && {
      id: 'alarm',
      label: words.alarm.label,
      fine: !lost,
      said: lost
        ? words.alarm.lost
        : health.alarm === null
          ? words.alarm.none
          : words.alarm.set(clock(health.alarm)),
    },
    {
      id: 'notices',
      label: words.notices.label,
      fine: permission === 'granted',
      said: words.notices[permission],
    },
    {
      id: 'idle',
      label: words.idle.label,
      fine: health.idle,
      said: words.idle[health.idle ? 'yes' : 'no'],
    },
    health.offscreen !== undefined && {
      id: 'offscreen',
      label: words.offscreen.label,
      fine: health.offscreen,
      said: words.offscreen[health.offscreen ? 'yes' : 'no'],
    },
    {
      id: 'storage',
      label: words.storage.label,
      fine: !readOnly && persisted !== false,
      said: words.storage[readOnly ? 'readOnly' : persisted === false ? 'loose' : 'kept'],
    },
  ];
  return checks.filter((check) => check !== false);
}
