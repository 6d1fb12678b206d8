/** What a person downloads before they see anything, in exact brotli bytes, each against its budget. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { libraryFor } from '../src/content/library.ts';
import { packWritingIn } from '../src/content/pack-writing.ts';
import { packsIn } from '../src/content/packs.ts';
import { planIn } from '../src/content/plan.ts';
import { playingIn } from '../src/content/playing.ts';
import { practicesFor } from '../src/content/practices.ts';
import { practiseIn } from '../src/content/practise.ts';
import { root, usualPlace } from './place.ts';

/** Chosen, in bytes of JavaScript (kB = 1000 bytes). */
const budgets = {
  'PWA, first load': 75_000,
  'popup, first load': 60_000,
  'service worker, closure': 95_000,
  'fonts of the PWA': 100_000,
  'practices, fetched later': 50_000,
};

const dist = join(root, usualPlace().dist);

/** The scripts a file pulls in before it runs: static imports of a module, scripts and preloads of a page. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const found = file.endsWith('.html')
    ? text.matchAll(/(?:src|href)="([^"]+\.js)"/g)
    : text.matchAll(/\b(?:import|from)\s*["'`](\.[^"'`]+\.js)["'`]/g);
  return [...found].map(([, path = '']) => path);
}

/** `base` is what a leading slash means: the folder the site or the extension is served from. */
async function scripts(base: string, entry: string): Promise<Set<string>> {
  const reached = new Set([join(base, entry)]);
  for (const file of reached)
    for (const path of await importsOf(file))
      reached.add(path.startsWith('/') ? join(base, path) : join(dirname(file), path));
  for (const file of reached) if (!file.endsWith('.js')) reached.delete(file);
  return reached;
}

async function brotliBytes(files: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += brotliCompressSync(await readFile(file)).length;
  return bytes;
}

async function closure(build: string, entry: string): Promise<Set<string>> {
  const files = await scripts(join(dist, build), entry);
  if (files.size === 0) throw new Error(`${build}/${entry} loads no script: nothing was measured.`);
  return files;
}

/** What each practice is for, as it stands in a built file. */
const practiceSayings = practicesFor(['en']).practices.map(({ about }) => about);
/** Lines of decks, and what is said in a hard moment, about packs and while one plays: none is for a first look. */
const laterSayings = [
  ...practiceSayings,
  ...Object.values(libraryFor(['en']).decks).flatMap(({ lines }) => lines.map(({ text }) => text)),
  ...[packsIn(['en']).lead, packWritingIn(['en']).lead, practiseIn(['en']).about],
  ...[planIn(['en']).about, playingIn(['en']).nowhere],
];

/** Those of the files that hold one of these sentences. */
async function withAny(sayings: readonly string[], files: Iterable<string>): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    if (sayings.some((said) => text.includes(said))) found.push(file);
  }
  return found;
}

async function allScripts(build: string): Promise<string[]> {
  const files = await readdir(join(dist, build), { recursive: true });
  return files.filter((file) => file.endsWith('.js')).map((file) => join(dist, build, file));
}

async function fonts(): Promise<number> {
  const folder = join(dist, 'pwa');
  const files = await readdir(folder, { recursive: true });
  const sizes = files.filter((file) => file.endsWith('.woff2')).map((f) => stat(join(folder, f)));
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
}

const first = {
  'PWA, first load': await closure('pwa', 'index.html'),
  'popup, first load': await closure('chrome', 'popup/index.html'),
  'service worker, closure': await closure('chrome', 'service-worker-loader.js'),
};
const practices = await withAny(practiceSayings, await allScripts('pwa'));
const texts = await Promise.all((await allScripts('pwa')).map((file) => readFile(file, 'utf8')));
for (const said of laterSayings)
  if (!texts.some((text) => text.includes(said)))
    throw new Error(`“${said}” is in no script: it would be found in no first load either.`);

const measured: Record<keyof typeof budgets, number> = {
  'PWA, first load': await brotliBytes(first['PWA, first load']),
  'popup, first load': await brotliBytes(first['popup, first load']),
  'service worker, closure': await brotliBytes(first['service worker, closure']),
  'fonts of the PWA': await fonts(),
  'practices, fetched later': await brotliBytes(practices),
};

let over = 0;
for (const [name, files] of Object.entries(first))
  for (const file of await withAny(laterSayings, files)) {
    over += 1;
    console.log(`${name}: sentences that are said later in ${file.slice(dist.length + 1)}`);
  }
for (const [name, budget] of Object.entries(budgets)) {
  const bytes = measured[name as keyof typeof budgets];
  if (bytes > budget) over += 1;
  const verdict = bytes > budget ? 'OVER' : 'ok';
  console.log(
    `${name.padEnd(26)} ${String(bytes).padStart(7)} of ${String(budget).padStart(7)} bytes  ${verdict}`,
  );
}
process.exit(over === 0 ? 0 : 1);
