/**
 * Which lines stand on the help page. The region is the person's own choice: a clock may suggest one, and
 * nothing is read from a language.
 */
import { emergencyNumbers } from '../../content/emergency-numbers.ts';
import { isOld } from '../../content/line-age.ts';
import { isLine, ownRegion, type ShownLine } from './own-lines.ts';

export interface HelpChoice {
  /** Null until the person has chosen; `001` for a place that none of the lines is for. */
  readonly region: string | null;
  /** The emergency number as the person wrote it down; it goes before the one we know. */
  readonly emergency: string;
}

export interface HelpRegion {
  readonly region: string;
  readonly lines: readonly ShownLine[];
}

interface Placed {
  readonly region: string;
}

const fieldNames = { region: 'help.region', emergency: 'help.emergency' } as const;
/** UN M49: lines that can be reached from everywhere. */
export const anywhere = '001';

/** A region we no longer have a line for counts as none chosen. */
export function parseHelp(
  fields: Readonly<Record<string, unknown>>,
  lines: readonly Placed[],
): HelpChoice {
  const region = fields[fieldNames.region];
  const emergency = fields[fieldNames.emergency];
  return {
    region: [...regionsOf(lines), anywhere].find((known) => known === region) ?? null,
    emergency: typeof emergency === 'string' ? emergency : '',
  };
}

/** Only what changed, as fields of the settings record. */
export function serialiseHelp(change: Partial<HelpChoice>): Record<string, string | null> {
  const fields: Record<string, string | null> = {};
  if (change.region !== undefined) fields[fieldNames.region] = change.region;
  if (change.emergency !== undefined) fields[fieldNames.emergency] = change.emergency.trim();
  return fields;
}

/** The regions a person can choose from, in the order of the list. */
export const regionsOf = (lines: readonly Placed[]): string[] =>
  [...new Set(lines.map(({ region }) => region))].filter(
    (region) => region !== anywhere && region !== ownRegion,
  );

/** The person's own lines, then these regions in this order; what is reached from anywhere comes last. */
export function shownRegions(
  lines: readonly ShownLine[],
  regions: readonly string[],
): HelpRegion[] {
  const shown = lines.filter((line) => !line.hidden && isLine(line));
  return [...new Set([ownRegion, ...regions, anywhere])]
    .map((region) => ({ region, lines: shown.filter((line) => line.region === region) }))
    .filter((group) => group.lines.length > 0);
}

/** Null where we know none and the person wrote none down. */
export function emergencyNumber({ region, emergency }: HelpChoice): string | null {
  if (emergency !== '') return emergency;
  return region === null ? null : (emergencyNumbers[region]?.call ?? null);
}

/** How far a number can be trusted on `today` (a plain date); nothing is claimed of what the person wrote. */
export function standingOf(
  line: Pick<ShownLine, 'verifiedOn' | 'by'>,
  today: string,
): 'checked' | 'old' | 'unchecked' | 'changed' | 'person' {
  if (line.by !== 'us') return line.by;
  if (line.verifiedOn === null) return 'unchecked';
  return isOld(line, today) ? 'old' : 'checked';
}

/** The region whose clock this device shows, to be suggested and never taken; null when it is none or not one alone. */
export function regionOfZone(
  zone: string,
  regions: readonly string[],
  zonesOf: (region: string) => readonly string[],
): string | null {
  const [only, ...others] = regions.filter((region) => zonesOf(region).includes(zone));
  return only !== undefined && others.length === 0 ? only : null;
}
