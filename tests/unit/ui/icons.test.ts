import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

import { markPath } from '#core/ui/mark.ts';
import { icons } from '../../../scripts/icons.ts';

const read = (file: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)));

test.each(icons.map(({ file, size }) => [file, size] as const))(
  '%s is a picture %i pixels wide and high',
  (file, size) => {
    const png = read(file);
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  },
);

test('the vector mark is the comma that the screens draw', () => {
  expect(read('pwa/public/icons/mark.svg').toString()).toContain(markPath);
});
