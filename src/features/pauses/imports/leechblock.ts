/**
 * LeechBlock's options, from its text or its JSON: numbered sets of sites, each with its days and times.
 * Fields end in the number of their set; texts are percent-escaped; days begin with Sunday.
 */
import { type WeekHours } from '../hours.ts';
import { Fields, rangesOf, type Imported, type ImportedSites } from './imported.ts';

const setsLimit = 30;
const sitesLimit = 2_000;
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const isLeechBlock = (fields: Fields): boolean =>
  fields.has('sites1') &&
  (fields.has('numSets') || fields.has('times1') || fields.has('blockURL1'));

/** Lines of `name=value`; nothing when there are none. */
export function leechBlockLines(text: string): Fields | undefined {
  const entries = text.split(/[\r\n]+/).flatMap((line) => {
    const [, name, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    return [[name, value === 'true' ? true : value === 'false' ? false : value] as const];
  });
  return entries.length === 0 ? undefined : new Fields(Object.fromEntries(entries));
}

export function fromLeechBlock(fields: Fields): Imported {
  const count = Math.min(setsLimit, Math.max(1, Math.trunc(fields.number('numSets') ?? setsLimit)));
  const sites: ImportedSites[] = [];
  for (let set = 1; set <= count; set++) {
    const list = setOf(fields, set);
    if (list) sites.push(list);
  }
  if (fields.text('password') !== '' || !['', '0'].includes(fields.text('oa')))
    fields.note('Passwords and codes have no equivalent: you can always go on.');
  return { from: 'LeechBlock', prompts: [], rules: {}, sites, notes: fields.notes };
}

function setOf(fields: Fields, set: number): ImportedSites | undefined {
  const name = unescaped(fields.text(`setName${set}`)).slice(0, 60);
  const called = name === '' ? `Set ${set}` : `“${name}”`;
  const patterns = fields.text(`sites${set}`).split(/\s+/).filter(Boolean).slice(0, sitesLimit);
  const known = patterns.flatMap((pattern) => hostOf(pattern) ?? []);
  const hosts = [...new Set(known)];
  const others = patterns.filter(
    (pattern) => !pattern.startsWith('#') && hostOf(pattern) === undefined,
  );
  const byExpression = ['regexpBlock', 'sitesURL'].some(
    (each) => fields.text(`${each}${set}`) !== '',
  );
  if (hosts.length === 0) {
    if (others.length > 0 || byExpression)
      fields.note(`${called} has no equivalent: it names no whole site.`);
    return undefined;
  }
  if (fields.flag(`disable${set}`) === true) fields.note(`${called} was turned off there.`);
  if (others.length > 0)
    fields.note(`${called}: ${listed(others)} cannot be kept; a pause stands before whole sites.`);
  if (byExpression) fields.note(`${called}: patterns and lists from an address are left out.`);
  if (fields.text(`limitMins${set}`) !== '')
    fields.note(`${called}: a limit of minutes has no equivalent; each visit has its pause.`);
  if (fields.flag(`applyFilter${set}`) === true || fields.flag(`closeTab${set}`) === true)
    fields.note(`${called}: greying, blurring and closing pages have no equivalent.`);
  return { name, hosts, hours: hoursOf(fields, set, called) };
}

const listed = (patterns: readonly string[]): string =>
  patterns.slice(0, 3).join(', ').slice(0, 120) +
  (patterns.length > 3 ? ` and ${patterns.length - 3} more` : '');

/** `www.news.example/path` is `news.example`; exceptions, keywords, referrers and bare wildcards are none. */
function hostOf(pattern: string): string | undefined {
  if (/^[+~>#]/.test(pattern)) return undefined;
  const bare = pattern
    .toLowerCase()
    .replace(/^\w+:\/+/, '')
    .replace(/^(\*+\.|www\.)+/, '');
  const [, host = '', path = ''] = /^([^/:?]*)(?::\d+)?(.*)$/.exec(bare) ?? [];
  const isWhole = path === '' || /^\/?\*{0,2}$/.test(path);
  const isHost =
    /^(?=.{1,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;
  return isWhole && isHost.test(host) ? host : undefined;
}

function hoursOf(fields: Fields, set: number, called: string): WeekHours | null {
  const times = unescaped(fields.text(`times${set}`));
  const ranges = [...times.matchAll(/(\d\d)(\d\d)-(\d\d)(\d\d)/g)].map(
    (found): [number, number] => {
      const [fromHour = 0, from = 0, untilHour = 0, until = 0] = found
        .slice(1)
        .map((part) => Number(part));
      return [Math.min(1440, fromHour * 60 + from), Math.min(1440, untilHour * 60 + until)];
    },
  );
  const day = daysOf(fields, set);
  // With neither times nor a limit such a set never holds there; before a site, always is what it can mean.
  const always =
    ranges.length === 0 || ranges.some(([from, until]) => from === 0 && until === 1440);
  if (always && day.every(Boolean)) return null;
  const kept = always ? [{ from: 0, until: 1440 }] : rangesOf(fields, called, ranges);
  return dayNames.map((_, index) => (day[index] ? kept : []));
}

/** Monday first. */
function daysOf(fields: Fields, set: number): boolean[] {
  const list = fields.list(`days${set}`);
  const code = fields.number(`days${set}`);
  const fromSunday = Array.from({ length: 7 }, (_, day) => {
    if (list.length === 7) return list[day] === true;
    return code === undefined ? day > 0 && day < 6 : (Math.trunc(code) & (1 << day)) !== 0;
  });
  return [...fromSunday.slice(1), fromSunday[0] ?? false];
}

/** `%20` and `%u2026`, as an old way of escaping writes them; what is no escape stays. */
const unescaped = (text: string): string =>
  text.replace(/%u([\da-f]{4})|%([\da-f]{2})/gi, (_, wide: string | undefined, byte: string) =>
    String.fromCharCode(Number.parseInt(wide ?? byte, 16)),
  );
