/** A site that a person wants a pause before, and how it lies in its record. */
import { type Json } from '../../kernel/json.ts';
import { numberField, textField, type Stored } from '../../kernel/stored.ts';
import { covers, type SiteAddress } from './address.ts';

export interface Site extends SiteAddress {
  readonly id: string;
  /** As the person wrote it, where that reads better than punycode. */
  readonly name: string;
  /** Why they want the pause, in their own words; may be empty. */
  readonly reason: string;
  /** How long "go on" usually lasts. */
  readonly minutes: number;
}

/** One record a site, under a random id: the address is inside the seal. */
export const siteKind = 'site';
const prefix = 'site:';
export const siteRecordId = (id: string): string => prefix + id;

/** What is offered for "go on" (chosen: a look, an episode, half an hour, an evening). */
export const minuteChoices = [5, 10, 20, 30, 60] as const;
export const usualMinutes = 10;
const mostMinutes = 24 * 60;

/** The sites in the order they were added. Of two with the same address, added on two devices, the first stands. */
export function parseSites(records: readonly (Stored & { readonly alive: boolean })[]): Site[] {
  const created = (record: Stored): number => numberField(record, 'created') ?? 0;
  const sites = records
    .filter(({ alive, id }) => alive && id.startsWith(prefix))
    .toSorted((a, b) => created(a) - created(b) || (a.id < b.id ? -1 : 1))
    .map(parseSite)
    .filter(({ host }) => host !== '');
  return sites.filter((site, at) => sites.findIndex((other) => isSame(other, site)) === at);
}

export const isSame = (a: SiteAddress, b: SiteAddress): boolean => covers(a, b) && covers(b, a);

function parseSite(record: Stored): Site {
  const minutes = numberField(record, 'minutes') ?? usualMinutes;
  return {
    id: record.id.slice(prefix.length),
    host: textField(record, 'host'),
    port: textField(record, 'port'),
    name: textField(record, 'name') || textField(record, 'host'),
    reason: textField(record, 'reason'),
    minutes: saneMinutes(minutes),
  };
}

/** Whole minutes of a day at most: whatever another device or a slip wrote. */
export const saneMinutes = (minutes: number): number =>
  Number.isFinite(minutes) && minutes >= 1
    ? Math.min(mostMinutes, Math.round(minutes))
    : usualMinutes;

export const siteFields = (site: Partial<Omit<Site, 'id'>>): Record<string, Json> => ({ ...site });

/** The part of what was typed that names the site, in the person's own script; empty when that is not plain. */
export function nameOf(typed: string): string {
  const name = /^(?:https?:\/\/)?(?:www\.)?([^\s/?#@]+)/i.exec(typed.trim())?.[1] ?? '';
  return name.toLowerCase().replace(/\.$/, '');
}
