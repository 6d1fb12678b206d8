import fc from 'fast-check';
import { expect, test } from 'vitest';

import { csvRows } from '#core/features/anchors/imports/csv.ts';
import { limits } from '#core/features/anchors/imports/limits.ts';

const cellsOf = (text: string): (readonly string[])[] => {
  const rows = csvRows(text);
  if (!rows.ok) throw new Error(rows.error.type);
  return rows.value.map(({ cells }) => cells);
};

test.each([
  ['commas and either end of a line', 'a,b\nc,d\r\ne,f', ['ab', 'cd', 'ef']],
  ['semicolons', 'a;b\n"c";d', ['ab', 'cd']],
  ['tabs', 'a\tb\nc\td\n', ['ab', 'cd']],
  ['a separator that is named', 'sep=;\r\na;b\r\n', ['ab']],
  ['old lines that end in a return', 'a,b\rc,d\r', ['ab', 'cd']],
])('a table with %s is read', (_what, text, rows) => {
  expect(cellsOf(text).map((cells) => cells.join(''))).toEqual(rows);
});

test('a cell in quotes holds separators, lines and quotes', () => {
  expect(cellsOf('"a,""b""\nc",d\n"",""\n')).toEqual([
    ['a,"b"\nc', 'd'],
    ['', ''],
  ]);
});

test('a row is named by the line on which it begins', () => {
  const rows = csvRows('a,b\n\n"c\nd\ne",f\ng,h');
  expect(rows.ok && rows.value.map(({ line }) => line)).toEqual([1, 3, 6]);
});

test('a quote that nothing closes is named by its line', () => {
  expect(csvRows('a,b\nc,d\ne,"f\n')).toEqual({ ok: false, error: { type: 'openQuote', line: 3 } });
});

test('more rows, longer texts and wider rows than any diary are refused', () => {
  const refused = (text: string): string => {
    const rows = csvRows(text);
    return rows.ok ? 'read' : rows.error.type;
  };
  expect(refused('a,b\n'.repeat(limits.rows + 1))).toBe('read');
  expect(refused('a,b\n'.repeat(limits.rows + 2))).toBe('tooManyRows');
  expect(refused(`a,b\nc,${'x'.repeat(limits.text + 1)}`)).toBe('longText');
  expect(refused(`a,b\n${'c,'.repeat(limits.cells + 1)}`)).toBe('uneven');
});

test('whatever is written by the rules is read as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', 'é', ' ') });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        expect(cellsOf(text)).toEqual(rows);
      },
    ),
  );
});
