/** Which areas of life a person lets practices speak of. */
import { areas, type Area, type Practice } from '../../content/practice.ts';

const prefix = 'practice.area.';
const askField = 'practice.areas';

/** All but intimacy, which is for adults and stays unseen until somebody asks for it. */
const usual: readonly Area[] = areas.filter((area) => area !== 'intimacy');

export const parseAreas = (fields: Readonly<Record<string, unknown>>): readonly Area[] =>
  areas.filter((area) => {
    const chosen = fields[prefix + area];
    return typeof chosen === 'boolean' ? chosen : usual.includes(area);
  });

export const areaFields = (area: Area, welcome: boolean): Record<string, boolean> => ({
  [prefix + area]: welcome,
});

/** While it is being answered: the question stays until it is done with. */
export const areasOpen: Record<string, string> = { [askField]: 'ask' };
export const areasAsked: Record<string, string> = { [askField]: 'asked' };

/** Whether it is still to be asked what is welcome. Who found the switches by themselves has answered. */
export function asksAreas(fields: Readonly<Record<string, unknown>>): boolean {
  if (fields[askField] === 'ask') return true;
  const isSwitched = areas.some((area) => typeof fields[prefix + area] === 'boolean');
  return fields[askField] !== 'asked' && !isSwitched;
}

export const welcomeOf = (
  practices: readonly Practice[],
  welcome: readonly Area[],
): readonly Practice[] => practices.filter(({ area }) => welcome.includes(area));
