/** `npm run pack-schema`: writes the JSON Schema of practice packs from the one definition that reads them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { packJsonSchema } from './pack-json-schema.ts';
import { root } from './place.ts';

const file = join(root, 'docs', 'practice-pack.schema.json');
const style = await resolveConfig(file);
await writeFile(file, await format(JSON.stringify(packJsonSchema()), { ...style, filepath: file }));
