// @vitest-environment node
/** What the built extension promises to the browser that loads it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { pngSize, scriptsReachable } from '../support/built-files.ts';
import { buildOf } from '../support/place.ts';

const pages = ['popup', 'app', 'pause', 'panel'].map((name) => `${name}/index.html`);

/** Every string in the manifest that names a file of the build. */
function paths(value: unknown): string[] {
  if (typeof value === 'string')
    return /^[\w/.-]+\.(html|js|png|css|json)$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(paths) : [];
}

describe.each(['chrome', 'firefox'] as const)('the %s build', (target) => {
  const folder = buildOf(target);
  const manifest = async (): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

  test('has every file that its manifest and its pages name', async () => {
    const named = [...paths(await manifest()), ...pages];
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    for (const page of pages) {
      const html = await readFile(join(folder, page), 'utf8');
      const linked = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path);
      expect(linked, `${page} loads nothing`).not.toEqual([]);
      expect(linked.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    }
  });

  test('shows nothing of itself to web pages', async () => {
    expect(await manifest()).not.toHaveProperty('web_accessible_resources');
  });

  test('has no inline script, style or handler', async () => {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('.html')) continue;
      const html = await readFile(join(folder, file), 'utf8');
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
    }
  });

  test('loads no code from elsewhere', async () => {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith('.js')) continue;
      const code = await readFile(join(folder, file), 'utf8');
      expect(code, file).not.toMatch(/(?:import|from|import\()\s*["'`]https?:/);
      expect(code, file).not.toMatch(/\beval\(|new Function\(/);
    }
  });

  test('calls no import() in its background', async () => {
    const entry = join(folder, 'service-worker-loader.js');
    const reached = await scriptsReachable(entry, folder);
    expect(reached.length).toBeGreaterThan(1);
    for (const file of reached)
      expect(await readFile(file, 'utf8'), file).not.toMatch(/\bimport\(/);
  });

  test('has icons of the sizes it claims', async () => {
    const { icons } = await manifest();
    const claimed = Object.entries(icons as Record<string, string>);
    expect(claimed.map(([size]) => size)).toEqual(['16', '32', '48', '128']);
    for (const [size, path] of claimed)
      expect(await pngSize(join(folder, path))).toEqual({
        width: Number(size),
        height: Number(size),
      });
  });
});
