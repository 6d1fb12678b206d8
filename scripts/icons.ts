/** Draws every icon of both shells from the one comma: `node scripts/icons.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { markBox, markPath } from '../src/ui/mark.ts';
import { findChromium } from './browsers.ts';
import { root } from './place.ts';

interface Icon {
  readonly file: string;
  readonly size: number;
  readonly ink: string;
  /** None: the comma stands on whatever is behind it. */
  readonly ground?: string;
  /** Of the ground's corners, as a share of the size. */
  readonly corner?: number;
  /** Height of the comma as a share of the size. */
  readonly share: number;
}

const accent = 'oklch(55% 0.115 40)';
/** Between the accents of both themes: 3:1 on white and on the dark toolbars. */
const toolbar = 'oklch(64% 0.13 42)';
const paper = 'oklch(97.6% 0.012 85)';

export const icons: readonly Icon[] = [
  { file: 'extension/public/icons/16.png', size: 16, ink: toolbar, share: 0.96 },
  { file: 'extension/public/icons/32.png', size: 32, ink: toolbar, share: 0.94 },
  { file: 'extension/public/icons/48.png', size: 48, ink: toolbar, share: 0.9 },
  { file: 'extension/public/icons/128.png', size: 128, ink: toolbar, share: 0.75 },
  {
    file: 'pwa/public/icons/192.png',
    size: 192,
    ink: accent,
    ground: paper,
    corner: 0.23,
    share: 0.6,
  },
  {
    file: 'pwa/public/icons/512.png',
    size: 512,
    ink: accent,
    ground: paper,
    corner: 0.23,
    share: 0.6,
  },
  // A launcher may cut everything outside the middle four fifths.
  { file: 'pwa/public/icons/maskable-512.png', size: 512, ink: accent, ground: paper, share: 0.48 },
  {
    file: 'pwa/public/icons/apple-touch-180.png',
    size: 180,
    ink: accent,
    ground: paper,
    share: 0.56,
  },
  // Android keeps only its shape.
  { file: 'pwa/public/icons/badge-96.png', size: 96, ink: 'white', share: 0.84 },
];

function svg({ size, ink, ground, corner = 0, share }: Icon): string {
  const scale = (size * share) / markBox.height;
  const left = (size - markBox.width * scale) / 2;
  const top = (size - markBox.height * scale) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${
    ground === undefined
      ? ''
      : `<rect width="${size}" height="${size}" rx="${size * corner}" fill="${ground}"/>`
  }<path fill="${ink}" transform="translate(${left} ${top}) scale(${scale})" d="${markPath}"/></svg>`;
}

async function draw(): Promise<void> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--headless=new', '--disable-gpu'],
  });
  const page = await browser.newPage();
  for (const icon of icons) {
    await page.setContent(`<body style="margin:0">${svg(icon)}</body>`);
    await page.locator('svg').screenshot({ path: join(root, icon.file), omitBackground: true });
  }
  await browser.close();
  await writeFile(
    join(root, 'pwa/public/icons/mark.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-26 0 152 152"><path fill="#c9714f" d="${markPath}"/></svg>\n`,
  );
}

if (import.meta.main) await draw();
