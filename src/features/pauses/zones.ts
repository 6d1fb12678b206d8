/** The clocks of the world, for a list. */
import { zoneName } from './prompt-words.ts';

export interface ZoneGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** By continent, as the browser knows them; `also` stays choosable when it does not. */
export function zoneGroups(also: readonly string[]): ZoneGroup[] {
  const known = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  const zones = [...new Set([...known, ...also])].toSorted();
  const groups = Map.groupBy(zones, (zone) => zone.split('/')[0] ?? zone);
  return [...groups].map(([label, values]) => ({
    label,
    options: values.map((value) => ({ value, label: zoneName(value) })),
  }));
}
