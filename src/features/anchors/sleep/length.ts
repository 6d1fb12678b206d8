/** Lengths of time as people say and type them. */
import type { SleepWords } from '../../../content/sleep.ts';

/** `6 h 50` of 410; parts of minutes are rounded. */
export function lengthWords(minutes: number, words: Pick<SleepWords, 'length'>): string {
  const whole = Math.round(minutes);
  return words.length(Math.floor(whole / 60), whole % 60);
}

/** Minutes of `80` or `1:20`; undefined for anything else. */
export function parseLength(typed: string): number | undefined {
  const text = typed.trim();
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return hours === undefined || Number(minutes) > 59
    ? undefined
    : Number(hours) * 60 + Number(minutes);
}
