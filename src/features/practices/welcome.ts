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

/** Said at the first choice of a rhythm: a journal that had made it before is not asked. */
export const areasToAsk: Record<string, string> = { [askField]: 'ask' };
export const areasAsked: Record<string, string> = { [askField]: 'asked' };

export const asksAreas = (fields: Readonly<Record<string, unknown>>): boolean =>
  fields[askField] === 'ask';

export const welcomeOf = (
  practices: readonly Practice[],
  welcome: readonly Area[],
): readonly Practice[] => practices.filter(({ area }) => welcome.includes(area));
