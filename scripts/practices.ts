/** Writes `docs/practices.md`: which practice covers which row of the guides, and where it stands. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { practicesTable } from './practices-table.ts';

await writeFile(join(import.meta.dirname, '../docs/practices.md'), practicesTable());
