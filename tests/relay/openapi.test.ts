// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { openApi } from '#core/sync/protocol/openapi.ts';

test('the OpenAPI file says what the shapes say; `npm run openapi` writes it anew', async () => {
  const file = await readFile(new URL('../../relay/openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(openApi())));
});
