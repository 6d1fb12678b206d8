/** `npm run openapi`: writes relay/openapi.json from the protocol's own shapes. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { openApi } from '../src/sync/protocol/openapi.ts';
import { root } from './place.ts';

const file = join(root, 'relay', 'openapi.json');
const style = await resolveConfig(file);
await writeFile(file, await format(JSON.stringify(openApi()), { ...style, filepath: file }));
