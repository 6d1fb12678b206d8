import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { openRows, practicesTable } from '../../../scripts/practices-table.ts';
import { practiceRows } from '../../../scripts/practice-rows.ts';

test('every row of the guides that practices are there for is covered by one', () => {
  expect(openRows()).toEqual([]);
});

/** Without what a formatter pads. */
const cells = (table: string): string[] =>
  table
    .split('\n')
    .map((line) => line.replaceAll(/\s+|-{3,}/g, ' ').trim())
    .filter(Boolean);

test('docs/practices.md says what the content says; `npm run practices` writes it anew', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../docs/practices.md'), 'utf8');
  expect(cells(file)).toEqual(cells(practicesTable()));
});

test('the table has every row, and every file it names is there', () => {
  const table = practicesTable();
  for (const [at, name] of practiceRows.entries())
    expect(table).toContain(`| ${at + 1} | ${name} |`);
  const files = [...table.matchAll(/`(src\/[^`]+)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(60);
  const root = join(import.meta.dirname, '../../..');
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
