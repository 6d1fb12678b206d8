import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync(
  fileURLToPath(new URL('../../../src/ui/tokens.css', import.meta.url)),
  'utf8',
);

function colour(token: string, theme: Theme): [number, number, number] {
  const pair = new RegExp(
    `--${token}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`,
  ).exec(css);
  const values = pair?.[theme === 'light' ? 1 : 2];
  if (values === undefined) throw new Error(`No token --${token}`);
  const [lightness = 0, chroma = 0, hue = 0] = values.split(' ').map(parseFloat);
  return [lightness / 100, chroma, hue];
}

/** Relative luminance of an OKLCH colour: Ottosson's matrices to linear sRGB, cut to what a screen shows. */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const shown = (channel: number): number => Math.min(1, Math.max(0, channel));
  return (
    0.2126 * shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * shown(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function contrast(one: string, other: string, theme: Theme): number {
  const [low = 0, high = 0] = [one, other]
    .map((token) => luminance(colour(token, theme)))
    .sort((first, second) => first - second);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'raised', 'sunk', 'wash', 'sage-wash', 'dusk-wash'];
const themes = ['light', 'dark'] as const;
const text = [
  ...grounds.flatMap((ground) => [['ink', ground] as const, ['ink-2', ground] as const]),
  ['accent-ink', 'accent'] as const,
  ['paper', 'ink'] as const,
];
const edges = [
  ['edge', 'paper'],
  ['edge', 'raised'],
  ['edge', 'sunk'],
  ['accent', 'paper'],
  ['accent', 'raised'],
  ['accent', 'wash'],
] as const;

test.each(themes.flatMap((theme) => text.map(([ink, ground]) => [ink, ground, theme] as const)))(
  '%s on %s reads at 4.5 to 1 in the %s theme',
  (ink, ground, theme) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(themes.flatMap((theme) => edges.map(([edge, ground]) => [edge, ground, theme] as const)))(
  '%s shows against %s at 3 to 1 in the %s theme',
  (edge, ground, theme) => {
    expect(contrast(edge, ground, theme)).toBeGreaterThanOrEqual(3);
  },
);

test('white on black measures 21, so the measure itself is right', () => {
  expect((luminance([1, 0, 0]) + 0.05) / (luminance([0, 0, 0]) + 0.05)).toBeCloseTo(21, 1);
});
