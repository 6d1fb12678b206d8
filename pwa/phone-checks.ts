/** Whether prompts can reach this device while Comma is closed, line by line, and what to do where they cannot. */
import type { CheckLine } from '#core/app/checks.ts';
import type { PhoneWords } from '#core/content/phone.ts';

/** `none`: nobody subscribed yet; `absent`: there are no push messages here; `unknown`: the browser does not say. */
export type Subscribed = 'yes' | 'none' | 'absent' | 'unknown';

export interface PhoneFound {
  /** Opened from the home screen, or as an app of its own. */
  readonly installed: boolean;
  /** A tab on a phone whose browser wakes only what is on the home screen. */
  readonly mustInstall: boolean;
  readonly subscribed: Subscribed;
  /** Turned on by the person. */
  readonly on: boolean;
  readonly trouble: keyof PhoneWords['trouble'] | null;
  /** Epoch milliseconds. */
  readonly lastWake: number | null;
  readonly nextWake: number | null;
}

export type PhoneCheck = CheckLine<'installed' | 'subscribed' | 'last' | 'next'>;

export function phoneChecksOf(
  { checks, trouble: troubles }: PhoneWords,
  { installed, mustInstall, subscribed, on, trouble, lastWake, nextWake }: PhoneFound,
  clock: (instant: number) => string,
): PhoneCheck[] {
  const alive = on && subscribed === 'yes' && trouble === null;
  const lines: (PhoneCheck | false)[] = [
    {
      id: 'installed',
      label: checks.installed.label,
      fine: !mustInstall,
      said: mustInstall ? troubles.install : checks.installed[installed ? 'yes' : 'no'],
    },
    {
      id: 'subscribed',
      label: checks.subscribed.label,
      fine: alive,
      said:
        subscribed === 'absent'
          ? troubles.absent
          : trouble
            ? troubles[trouble]
            : on
              ? checks.subscribed[subscribed === 'none' ? 'gone' : subscribed]
              : checks.subscribed.off,
    },
    on && {
      id: 'last',
      label: checks.last.label,
      fine: lastWake !== null,
      said: lastWake === null ? checks.last.never : checks.last.at(clock(lastWake)),
    },
    on && {
      id: 'next',
      label: checks.next.label,
      fine: true,
      said: nextWake === null ? checks.next.none : checks.next.at(clock(nextWake)),
    },
  ];
  return lines.filter((line) => line !== false);
}
