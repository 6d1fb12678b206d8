/** Which browser on which system this is, for a name that a person recognises. */
interface Platform {
  readonly browser: string;
  readonly system: string;
}

/** In the order in which they are told apart: most browsers name Chrome and Safari besides themselves. */
const browsers = [
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const systems = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;

/** `agent`: what the browser calls itself. Empty where it is none that is known. */
export function platformOf(agent: string, touches: boolean): Platform {
  const first = (names: typeof browsers | typeof systems): string =>
    names.find(([sign]) => sign.test(agent))?.[1] ?? '';
  const system = first(systems);
  // An iPad says that it is a Mac, which nobody can touch.
  return { browser: first(browsers), system: system === 'Mac' && touches ? 'iPad' : system };
}
