import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { packJsonSchema } from '../../../scripts/pack-json-schema.ts';

test('the JSON Schema of packs that is handed out is the one that Comma reads by', async () => {
  const file = join(import.meta.dirname, '../../../docs/practice-pack.schema.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(packJsonSchema())),
  );
});
