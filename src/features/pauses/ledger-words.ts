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
    case 'rest credited':
      return rest(detail);
    case 'passed over':
      return passedOver(detail);
    case 'late after sleep':
      return 'Comma was closed when this pause came, so it was let go.';
    case 'outside hours':
      return 'Your hours were over, so this pause was let go.';
    case 'elsewhere':
      return 'You paused in the other Comma on this computer, and that counts here too.';
    case 'withdrawn':
      return detail.cause === 'unseen'
        ? 'The pause you asked for could not open, so it was put away.'
        : `The offer waited ${minutesOf(detail)} and then went away by itself.`;
    case 'interrupted':
      return 'This pause closed before its end. It still counts.';
    case 'turned off':
      return 'Pauses were turned off, so this one was put away.';
    case 'held':
      return detail.cause === 'quiet'
        ? 'A pause was due in your quiet time, so it waited.'
        : 'A pause was due here, and the other Comma on this computer was the one to offer it.';
    case 'snoozed':
      return `You moved this pause ${minutesOf(detail)} later.`;
    case 'quiet':
      return detail.until === undefined
        ? 'You asked for quiet.'
        : `You asked for quiet until ${clock(detail.until, row.at, zone, locale)}.`;
    case 'quiet ended':
      return 'You ended the quiet time.';
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

function passedOver({ cause }: LedgerDetail): string {
  if (cause === 'quiet') return 'Your quiet time went on past this pause, so it was let go.';
  if (cause === 'other')
    return 'The other Comma on this computer was the one to offer pauses, so this one was let go.';
  if (cause === 'unseen') return 'There was no place to show this pause, so it was let go.';
  return 'It was too late for this pause, so it was let go.';
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
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    ...(otherDay && { weekday: 'long' }),
  }).format(instant);
}
