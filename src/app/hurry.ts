/** Leaving in a hurry: nothing of Comma is on the screen at once, and "back" does not lead to what was. */
import { lockIn } from '../content/lock.ts';
import type { Ports } from '../ports.ts';
import { allSaved } from '../vault/autosave.ts';
import type { Vault } from '../vault/vault.ts';
import { refreshPlan } from './leave-readable.ts';
import { noteLeft } from './left.ts';

/** Shift so often within so many milliseconds (as on GOV.UK). */
export const mostShifts = 3;
const withinMs = 5_000;
/** The page is empty by then, so saving may take a moment; a disk that hangs does not hold anybody (chosen). */
const mostWaitMs = 1_500;

/** A page that can be left: `cover` takes every screen away. */
export interface LeavablePage {
  readonly ports: Ports;
  readonly vault: Vault;
  readonly covered: boolean;
  cover(): void;
}

/** Tells how many Shifts there were in a row, and of none once that is too long ago; returns what stops it. */
export function countShifts(mono: () => number, heard: (count: number) => void): () => void {
  let shifts: number[] = [];
  let over: ReturnType<typeof setTimeout> | undefined;
  const set = (times: number[]): void => {
    clearTimeout(over);
    if (times.length !== shifts.length) heard(times.length);
    shifts = times.length < mostShifts ? times : [];
    if (shifts.length > 0)
      over = setTimeout(() => {
        set([]);
      }, withinMs);
  };
  const onkeydown = ({ key }: KeyboardEvent): void => {
    if (key !== 'Shift') set([]);
  };
  const onkeyup = ({ key }: KeyboardEvent): void => {
    if (key !== 'Shift') return;
    const now = mono();
    set([...shifts.filter((at) => now - at < withinMs), now]);
  };
  addEventListener('keydown', onkeydown, { capture: true });
  addEventListener('keyup', onkeyup, { capture: true });
  return () => {
    clearTimeout(over);
    removeEventListener('keydown', onkeydown, { capture: true });
    removeEventListener('keyup', onkeyup, { capture: true });
  };
}

/** What was being typed is saved, sealed, as its screens go; what may be read while locked is brought up to date. */
export async function saveAsItGoes(vault: Vault): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await allSaved();
  // Whatever becomes of it, the page goes.
  await refreshPlan(vault).catch(reportError);
}

/** A lock that is on closes. */
export async function leaveInHurry(page: LeavablePage): Promise<void> {
  if (page.covered) return;
  page.cover();
  noteLeft();
  // A page that comes back from the browser's memory begins anew.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  const saved = saveAsItGoes(page.vault).catch(reportError);
  await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, mostWaitMs))]);
  try {
    page.vault.shut();
  } finally {
    // Whatever the journal does. Not kept for "back": that would be the way to what was open.
    location.replace(lockIn(page.ports.languages).everyday);
  }
  await (await page.ports.lockKeys()).drop();
}
