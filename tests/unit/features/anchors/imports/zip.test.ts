import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';

import { unpacked, zipFiles } from '#core/features/anchors/imports/zip.ts';
import { limits } from '#core/features/anchors/imports/limits.ts';

const said = (zip: Uint8Array): string => {
  const files = zipFiles(zip);
  if (!files.ok) return files.error.type;
  for (const file of files.value) {
    const inside = unpacked(zip, file);
    if (!inside.ok) return inside.error.type;
  }
  return files.value.map(({ name }) => name).join();
};

const text = strToU8('Date,Value,Notes\n2026-01-01,YES_MANUAL,\n');

/** A zip whose list says something else than fflate wrote: `at` counts from the mark of its first entry there. */
function withList(files: Zippable, at: number, ...bytes: readonly number[]): Uint8Array {
  const zip = zipSync(files);
  const view = new DataView(zip.buffer);
  const end = zip.length - 22;
  zip.set(bytes, view.getUint32(end + 16, true) + at);
  return zip;
}

test('files in folders are read, packed or not', () => {
  expect(said(zipSync({ a: { 'b.csv': text }, 'c.csv': [text, { level: 0 }] }))).toBe(
    'a/,a/b.csv,c.csv',
  );
  const zip = zipSync({ 'b.csv': text });
  const files = zipFiles(zip);
  const [file] = files.ok ? files.value : [];
  expect(file && unpacked(zip, file)).toEqual({ ok: true, value: text });
});

test.each([
  ['leaves its folder', '../b.csv'],
  ['leaves it in the middle', 'a/../../b.csv'],
  ['leaves it as Windows would', '..\\b.csv'],
  ['begins at the root', '/etc/b.csv'],
  ['names a drive', 'C:\\b.csv'],
])('a name that %s is refused', (_how, name) => {
  expect(said(zipSync({ [name]: text }))).toBe('zipPath');
});

test('a link to another file is refused', () => {
  const attrs = 0o120777 << 16;
  expect(said(zipSync({ 'b.csv': [text, { os: 3, attrs }] }))).toBe('zipLink');
});

test('a file that grows beyond any diary is refused, whatever its list says', () => {
  const bomb = { 'b.csv': [new Uint8Array(20_000_000), { level: 9 }] } as const;
  expect(said(zipSync(bomb as unknown as Zippable))).toBe('zipBomb');
  // Its list tells a small size, and the bytes tell another.
  expect(said(withList(bomb as unknown as Zippable, 24, 100, 0, 0, 0))).toBe('zipBomb');
});

test('a zip of too many files is refused', () => {
  const many = Object.fromEntries(
    Array.from({ length: limits.entries + 1 }, (_, at) => [`${at}.csv`, new Uint8Array()]),
  );
  expect(said(zipSync(many, { level: 0 }))).toBe('zipEntries');
});

test('a password, another packing and changed bytes are named', () => {
  expect(said(withList({ 'b.csv': text }, 8, 1))).toBe('zipSealed');
  expect(said(withList({ 'b.csv': text }, 10, 99))).toBe('badZip');
  expect(said(withList({ 'b.csv': text }, 16, 0, 0, 0, 0))).toBe('zipDamaged');
  const zip = zipSync({ 'b.csv': [text, { level: 0 }] });
  zip[40] = (zip[40] ?? 0) ^ 1;
  expect(said(zip)).toBe('zipDamaged');
});

test('a zip that breaks off anywhere is refused', () => {
  const zip = zipSync({ 'a.csv': text, 'b.csv': text });
  for (let length = 4; length < zip.length; length++)
    expect(said(zip.subarray(0, length))).toMatch(/^(zipCutOff|badZip)$/);
});
