/** Finds what the tests in browsers need of this machine, and on Debian brings what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Wanted {
  readonly name: string;
  readonly setting: string;
  readonly commands: readonly string[];
  readonly places: readonly string[];
  readonly debianPackages: readonly string[];
}

const chromium: Wanted = {
  name: 'Chromium',
  setting: 'CHROMIUM',
  commands: ['chromium', 'chromium-browser'],
  places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  debianPackages: ['chromium'],
};
const firefox: Wanted = {
  name: 'Firefox',
  setting: 'FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  places: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  debianPackages: ['firefox-esr'],
};
/** For the clock that a test may set. */
const compiler: Wanted = {
  name: 'A C compiler',
  setting: 'CC',
  commands: ['cc', 'gcc', 'clang'],
  places: [],
  debianPackages: ['gcc', 'libc6-dev'],
};

function find({ setting, commands, places }: Wanted): string | undefined {
  const named = process.env[setting];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find((place) => existsSync(place));
}

function advice({ name, setting, debianPackages }: Wanted): string {
  return `${name} is not on this machine: install it (Debian: apt-get install ${debianPackages.join(' ')}) or set ${setting} to its path.`;
}

function require(wanted: Wanted): string {
  const found = find(wanted);
  if (!found) throw new Error(advice(wanted));
  return found;
}

export const findChromium = (): string => require(chromium);
export const findFirefox = (): string => require(firefox);
export const findCompiler = (): string => require(compiler);

function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Lines of advice for what is still missing; empty when both browsers and the compiler are there. */
export function ensureBrowsers(): readonly string[] {
  const wanted = [chromium, firefox, compiler];
  const missing = wanted.filter((each) => !find(each));
  const prefix = missing.length > 0 && existsSync('/usr/bin/apt-get') ? asRoot() : undefined;
  if (prefix) {
    const packages = missing.flatMap(({ debianPackages }) => debianPackages);
    console.log(`Installing ${packages.join(' and ')} …`);
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const [command = '', ...args] = [...prefix, 'apt-get', '-qq', ...step];
      spawnSync(command, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
  }
  return missing.filter((each) => !find(each)).map(advice);
}
