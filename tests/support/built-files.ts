/** Reads facts from built files. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** From the header of a PNG file; throws for any other. */
export async function pngSize(file: string): Promise<{ width: number; height: number }> {
  const bytes = await readFile(file);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${file} is not a PNG image.`);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** A script and everything it imports, statically or not. */
export async function scriptsReachable(entry: string, base: string): Promise<string[]> {
  const reached = new Set([entry]);
  for (const file of reached) {
    const code = await readFile(file, 'utf8');
    for (const [, path = ''] of code.matchAll(/["'`]((?:\.{0,2}\/)[^"'`\s]+\.js)["'`]/g))
      reached.add(path.startsWith('/') ? join(base, path) : join(dirname(file), path));
  }
  return [...reached];
}
