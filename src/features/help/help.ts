/**
 * Which lines stand on the help page. The region is the person's own choice: it is read from no
 * language, clock or address.
 */
import { emergencyNumbers, isOld, type HelpLine } from '../../content/help-lines.ts';

export interface HelpChoice {
  /** Null until the person has chosen. */
  readonly region: string | null;
  /** The emergency number as the person wrote it down; it goes before the one we know. */
  readonly emergency: string;
}

export interface HelpRegion {
  readonly region: string;
  readonly lines: readonly HelpLine[];
}

const fieldNames = { region: 'help.region', emergency: 'help.emergency' } as const;
/** UN M49: lines that can be reached from everywhere. */
export const anywhere = '001';

/** A region we have no line for counts as none chosen, so that nobody ends on an empty page. */
export function parseHelp(
  fields: Readonly<Record<string, unknown>>,
  lines: readonly HelpLine[],
): HelpChoice {
  const region = fields[fieldNames.region];
  const emergency = fields[fieldNames.emergency];
  return {
    region: regionsOf(lines).find((known) => known === region) ?? null,
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
export const regionsOf = (lines: readonly HelpLine[]): string[] =>
  [...new Set(lines.map(({ region }) => region))].filter((region) => region !== anywhere);

/** These regions in this order; what is reached from anywhere comes last. */
export function shownRegions(lines: readonly HelpLine[], regions: readonly string[]): HelpRegion[] {
  return [...regions, anywhere]
    .map((region) => ({ region, lines: lines.filter((line) => line.region === region) }))
    .filter((group) => group.lines.length > 0);
}

/** Null where we know none and the person wrote none down. */
export function emergencyNumber({ region, emergency }: HelpChoice): string | null {
  if (emergency !== '') return emergency;
  return region === null ? null : (emergencyNumbers[region] ?? null);
}

/** How far a number can be trusted on `today` (a plain date). */
export function standingOf(line: HelpLine, today: string): 'checked' | 'old' | 'unchecked' {
  if (line.verifiedOn === null) return 'unchecked';
  return isOld(line, today) ? 'old' : 'checked';
}
