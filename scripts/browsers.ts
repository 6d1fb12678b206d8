/** Finds the browsers of this machine, and on Debian brings the missing ones. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Wanted {
  readonly name: string;
  readonly setting: string;
  readonly commands: readonly string[];
  readonly places: readonly string[];
  readonly debianPackage: string;
}

const chromium: Wanted = {
  name: 'Chromium',
  setting: 'CHROMIUM',
  commands: ['chromium', 'chromium-browser'],
  places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  debianPackage: 'chromium',
};
const firefox: Wanted = {
  name: 'Firefox',
  setting: 'FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  places: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  debianPackage: 'firefox-esr',
};

function find({ setting, commands, places }: Wanted): string | undefined {
  const named = process.env[setting];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find((place) => existsSync(place));
}

function advice({ name, setting, debianPackage }: Wanted): string {
  return `${name} is not on this machine: install it (Debian: apt-get install ${debianPackage}) or set ${setting} to its path.`;
}

function require(wanted: Wanted): string {
  const found = find(wanted);
  if (!found) throw new Error(advice(wanted));
  return found;
}

export const findChromium = (): string => require(chromium);
export const findFirefox = (): string => require(firefox);

function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Lines of advice for what is still missing; empty when both browsers are there. */
export function ensureBrowsers(): readonly string[] {
  const missing = [chromium, firefox].filter((wanted) => !find(wanted));
  const prefix = missing.length > 0 && existsSync('/usr/bin/apt-get') ? asRoot() : undefined;
  if (prefix) {
    const packages = missing.map(({ debianPackage }) => debianPackage);
    console.log(`Installing ${packages.join(' and ')} …`);
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const [command = '', ...args] = [...prefix, 'apt-get', '-qq', ...step];
      spawnSync(command, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
  }
  return missing.filter((wanted) => !find(wanted)).map(advice);
}
