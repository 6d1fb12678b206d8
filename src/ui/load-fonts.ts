/**
 * Fraunces and Figtree, Latin only (80 kB together): the first paint uses the system's faces,
 * ours come once the page is idle, and a device that shows other scripts never fetches them.
 */
import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';
import fraunces from '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2?url';
import frauncesItalic from './fonts/fraunces-latin-400-italic.woff2?url';

const latin =
  'U+0-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+304, U+308, U+329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';

/** The names that `tokens.css` asks for. */
const faces = [
  { family: 'Figtree Comma', url: figtree, weight: '300 900', style: 'normal' },
  { family: 'Fraunces Comma', url: fraunces, weight: '100 900', style: 'normal' },
  { family: 'Fraunces Comma', url: frauncesItalic, weight: '400', style: 'italic' },
] as const;

export function loadFonts(page: Document): void {
  const add = (): void => {
    for (const { family, url, weight, style } of faces)
      page.fonts.add(
        new FontFace(family, `url("${url}")`, {
          weight,
          style,
          display: 'swap',
          unicodeRange: latin,
        }),
      );
  };
  // Safari has no requestIdleCallback before 18.4.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(add, { timeout: 1500 });
  else setTimeout(add, 200);
}
