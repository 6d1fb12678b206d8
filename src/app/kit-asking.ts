/**
 * When the person is asked for their recovery kit. It is the kit of one key and serves every device, so what was said
 * of it lies among the settings, which are the same on all of them.
 */
import type { Json } from '../kernel/json.ts';
import { readRelay } from '../vault/relay-setting.ts';
import type { SettingsFields } from '../vault/settings-record.ts';
import type { Vault } from '../vault/vault.ts';

const keptField = 'kit.kept';
const askedField = 'kit.asked';

const day = 86_400_000;
/** Chosen: whoever begins has enough to look at. */
const firstAfter = day;
/** Chosen: a fortnight, then twice as long each time, up to four months. */
const laterAfter = 14 * day;
const mostDoublings = 3;

/** The screen that shows the kit; null while nothing would need it: no rows at a relay, and no lock. */
export type KitPlace = 'devices' | 'lock' | null;

export async function kitPlace(vault: Vault): Promise<KitPlace> {
  if (await readRelay(vault.db)) return 'devices';
  return vault.lock ? 'lock' : null;
}

/** The person has shown that the kit of this key is written down. */
export const isKitKept = (fields: SettingsFields, vault: string): boolean =>
  fields[keptField] === vault;

export const kitKept = (vault: string): SettingsFields => ({ [keptField]: vault });

interface Asking {
  /** Epoch milliseconds. */
  readonly after: number;
  /** How often it was put off. */
  readonly times: number;
}

/** Null when nothing was settled for this key. */
function askingIn(fields: SettingsFields, vault: string): Asking | null {
  const kept: Json | undefined = fields[askedField];
  if (!Array.isArray(kept)) return null;
  const [of, after, times] = kept as readonly Json[];
  return of === vault && typeof after === 'number' && typeof times === 'number'
    ? { after, times }
    : null;
}

const asked = (vault: string, { after, times }: Asking): SettingsFields => ({
  [askedField]: [vault, after, times],
});

export type KitAsking =
  | { readonly type: 'no' }
  /** Nothing is settled yet: what to keep, so that it is asked in a while. */
  | { readonly type: 'begin'; readonly keep: SettingsFields }
  /** Ask; `later` is what to keep when the person would rather not now. */
  | { readonly type: 'ask'; readonly later: SettingsFields };

export function kitAsking(fields: SettingsFields, vault: string, wall: number): KitAsking {
  if (isKitKept(fields, vault)) return { type: 'no' };
  const asking = askingIn(fields, vault);
  // A time further off than any of ours was named by a clock that ran years ahead.
  if (!asking || asking.after - wall > laterAfter * 2 ** mostDoublings)
    return { type: 'begin', keep: asked(vault, { after: wall + firstAfter, times: 0 }) };
  const { after, times } = asking;
  if (wall < after) return { type: 'no' };
  const wait = laterAfter * 2 ** Math.min(Math.max(times, 0), mostDoublings);
  return { type: 'ask', later: asked(vault, { after: wall + wait, times: times + 1 }) };
}
