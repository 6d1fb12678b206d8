/** Ledger rows as a person reads them: what happened and why, never a grade. */
import { currentZone, zoned } from '../../kernel/civil-time.ts';
import { type LedgerDetail, type LedgerRow } from './ledger.ts';

export function ledgerWords(row: LedgerRow, locale?: string, zone = currentZone()): string {
  const { detail } = row;
  switch (row.verdict) {
    case 'shown':
      return 'A pause was offered.';
    case 'taken':
      return detail.cause === 'asleep'
        ? 'You took a pause, and the computer rested with you.'
        : `You took a pause of ${lengthOf(detail)}.`;
    case 'left early':
      return `You took a short pause of ${lengthOf(detail)}. Short ones count.`;
    case 'not now':
      return 'You chose not now, so this one was let go.';
    case 'not today':
      return 'You chose not today, so this prompt keeps still until tomorrow.';
    case 'skipped':
      return 'You let this one go before it came.';
    case 'joined':
      return 'Another pause came at the same time, and the two became one.';
    case 'rest credited':
      return rest(detail);
    case 'passed over':
      return passedOver(detail);
    case 'late after sleep':
      return 'Comma was closed when this pause came, so it was let go.';
    case 'outside hours':
      return 'Your hours were over, so this pause was let go.';
    case 'elsewhere':
      return 'You paused in another Comma of yours, and that counts here too.';
    case 'withdrawn':
      return detail.cause === 'unseen'
        ? 'The pause you asked for could not open, so it was put away.'
        : `The offer waited ${minutesOf(detail)} and then went away by itself.`;
    case 'interrupted':
      return detail.cause === 'meeting' || detail.cause === 'sharing'
        ? 'A call began, so this pause closed. It still counts.'
        : 'This pause closed before its end. It still counts.';
    case 'turned off':
      return 'Pauses were turned off, so this one was put away.';
    case 'held':
      return `A pause was due, and waited: ${whyHeld(detail)}.`;
    case 'snoozed':
      return `You moved this pause ${minutesOf(detail)} later.`;
    case 'quiet':
      return detail.until === undefined
        ? 'You asked for quiet.'
        : `You asked for quiet until ${clock(detail.until, row.at, zone, locale)}.`;
    case 'quiet ended':
      return 'You ended the quiet time.';
    case 'call':
      return detail.until === undefined
        ? 'You told Comma of a call.'
        : `You told Comma of a call until ${clock(detail.until, row.at, zone, locale)}.`;
    case 'call ended':
      return 'You said the call was over.';
    case 'hours closed':
      return detail.until === undefined
        ? 'Outside your hours: no pauses come.'
        : `Outside your hours: pauses begin again ${clock(detail.until, row.at, zone, locale)}.`;
    case 'fresh start':
      return `Comma was closed for ${minutesOf(detail)}, so the time to the next pause began again.`;
    case 'clock changed':
      return `The computer's clock went back by ${lengthOf(detail)}. Your pauses keep their rhythm.`;
    case 'settings repaired':
      return 'Some settings could not be read, so their usual values are used.';
    case 'state repaired':
      return 'The timing could not be read, so the time to the next pause began again.';
  }
}

function rest(detail: LedgerDetail): string {
  const length = lengthOf(detail);
  if (detail.cause === 'asleep')
    return `The computer slept for ${length}, so that counted as the pause.`;
  if (detail.cause === 'locked')
    return `The screen was locked for ${length}, so that counted as the pause.`;
  return `You had been away for ${length}, so that counted as the pause.`;
}

type Causes = Readonly<Partial<Record<NonNullable<LedgerDetail['cause']>, string>>>;

const held: Causes = {
  quiet: 'you had asked for quiet',
  meeting: 'you were in a call',
  sharing: 'your screen was shared',
  media: 'something was playing or filled the screen',
  typing: 'you were typing',
  gap: 'another one had just been there',
  outside: 'your hours were over',
  device: 'you were at another device',
};

const whyHeld = ({ cause }: LedgerDetail): string =>
  (cause && held[cause]) ?? 'the other Comma on this computer was the one to offer it';

const passed: Causes = {
  quiet: 'Your quiet time went on past this pause, so it was let go.',
  meeting: 'Your call went on for long, so this pause was let go.',
  sharing: 'Your screen was shared for long, so this pause was let go.',
  media: 'What was playing went on for long, so this pause was let go.',
  other: 'The other Comma on this computer was the one to offer pauses, so this one was let go.',
  device: 'You were at another device, so this pause was let go here.',
  unseen: 'There was no place to show this pause, so it was let go.',
};

const absences = ['away', 'idle', 'locked', 'asleep', 'closed'];

function passedOver({ cause, count = 1 }: LedgerDetail): string {
  if (cause && absences.includes(cause))
    return count > 1
      ? `You were away when ${count} of these came, so they were let go.`
      : 'You were away when this one came, so it was let go.';
  return (cause && passed[cause]) ?? 'It was too late for this pause, so it was let go.';
}

function lengthOf({ seconds = 0, minutes }: LedgerDetail): string {
  if (minutes !== undefined) return minutesOf({ minutes });
  return seconds < 90
    ? plural(Math.round(seconds), 'second')
    : minutesOf({ minutes: seconds / 60 });
}

function minutesOf({ minutes = 0 }: LedgerDetail): string {
  const whole = Math.round(minutes);
  return whole < 120 ? plural(whole, 'minute') : plural(Math.round(whole / 60), 'hour');
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

function clock(instant: number, at: number, zone: string, locale: string | undefined): string {
  const otherDay = !zoned(instant, zone).toPlainDate().equals(zoned(at, zone).toPlainDate());
  return new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    ...(otherDay && { weekday: 'long' }),
  }).format(instant);
}
