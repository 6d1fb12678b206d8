// @vitest-environment node
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

import { arrows, violations } from './arrows.ts';

const root = join(import.meta.dirname, '../..');

test('imports follow the arrows', async () => {
  const { found, cruised } = await violations(root, [
    'src',
    'extension',
    'pwa',
    'relay',
    'scripts',
  ]);
  expect(found.map(({ rule, between }) => `${rule}: ${between}`)).toEqual([]);
  expect(cruised).toBeGreaterThan(50); // an empty cruise proves nothing
}, 30_000);

/** One import that breaks each rule, by file. */
const planted: Readonly<Record<string, string>> = {
  'src/kernel/a.ts': "import '../content/b.ts';",
  'src/content/b.ts': "import '../ui/c.ts';",
  'src/ui/c.ts': "import '../vault/d.ts';",
  'src/vault/d.ts': "import '../sync/e.ts';",
  'src/sync/e.ts': "import '../features/one/f.ts';",
  'src/sync/protocol/l.ts': "import '../../vault/d.ts';",
  'relay/m.ts': "import '../src/sync/e.ts';",
  'src/features/one/f.ts': "import '../two/g.ts';\nimport '../../vault/d.ts';\nimport 'svelte';",
  'src/features/two/g.ts': "import '../../app/h.ts';\nimport 'dexie';",
  'src/features/two/Shown.svelte': "<script>\n  import '../../vault/d.ts';\n</script>",
  'src/app/h.ts': "import '../../pwa/i.ts';\nimport './missing.ts';",
  'pwa/i.ts': "import '../extension/j.ts';\nimport '../tests/k.ts';",
  'extension/j.ts': 'export {};',
  'tests/k.ts': 'export {};',
  'node_modules/dexie/index.js': 'export {};',
  'node_modules/svelte/index.js': 'export {};',
};

test('every arrow is noticed when it is broken', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'comma-arrows-')));
  try {
    for (const [path, text] of Object.entries(planted)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { found } = await violations(folder, ['src', 'extension', 'pwa', 'relay']);
    const fired = new Set(found.map(({ rule }) => rule));
    expect(arrows.map(({ name }) => name).filter((name) => !fired.has(name ?? ''))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 30_000);
