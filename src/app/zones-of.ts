/** The time zones of a region as this browser knows them. */

/** Newer than the types: some browsers do not tell. */
interface KnowsZones {
  readonly getTimeZones?: () => readonly string[] | undefined;
  readonly timeZones?: readonly string[];
}

const canonical = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/** By the names a clock has; none where the browser does not tell. */
export function zonesOf(region: string): readonly string[] {
  try {
    const locale = new Intl.Locale('und', { region }) as KnowsZones;
    return (locale.getTimeZones?.() ?? locale.timeZones ?? []).map(canonical);
  } catch {
    return []; // a region such as EU, which no locale has
  }
}
