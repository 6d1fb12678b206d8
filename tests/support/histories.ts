/** Files as other programs write them, of people that do not exist. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import type { Answers, Found, Reading } from '#core/features/anchors/imports/found.ts';
import { readHistory } from '#core/features/anchors/imports/read-history.ts';
import { utf8, type Bytes } from '#core/kernel/bytes.ts';

export const historyFile = async (name: string): Promise<Bytes> =>
  new Uint8Array(await readFile(join(import.meta.dirname, 'histories', name)));

/** Every file of a folder, as a zip is made of it. */
export async function historyFiles(folder: string): Promise<Record<string, Bytes>> {
  const root = join(import.meta.dirname, 'histories', folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await historyFile(join(folder, name))] as const),
    ),
  );
}

/** Of somebody in Berlin, who answers whatever else is asked by the first choice. */
export const berlin: Answers = { zone: 'Europe/Berlin' };

const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === 'string' ? utf8(file) : file;

export const read = (file: string | Uint8Array, answers: Answers = berlin): Reading =>
  readHistory(bytesOf(file), answers);

/** Throws where there is anything to ask or to say. */
export function found(file: string | Uint8Array, answers: Answers = berlin): Found {
  const reading = read(file, answers);
  if (reading.type !== 'found') throw new Error(`Not found: ${JSON.stringify(reading)}`);
  return reading.found;
}

/** `empty`, or `cutOff 14` with the line; throws where the file is read. */
export function troubleOf(file: string | Uint8Array): string {
  const reading = read(file);
  if (reading.type !== 'trouble') throw new Error(`No trouble: ${JSON.stringify(reading)}`);
  const { type, line } = reading.trouble;
  return line === undefined ? type : `${type} ${line}`;
}
