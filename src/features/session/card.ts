/** A card of one entry as a picture: where its lines stand, before anybody draws them. */

/** In pixels of the picture (chosen: as wide as a telephone shows whole). */
export const cardLook = {
  width: 1080,
  edge: 96,
  size: 44,
  /** From line to line, and from paragraph to paragraph. */
  line: 64,
  apart: 28,
  /** More is no card, and some browsers draw nothing that is taller. */
  tallest: 4_000,
} as const;

export interface CardLine {
  readonly text: string;
  readonly y: number;
  readonly isRtl: boolean;
}

export interface CardLayout {
  readonly height: number;
  readonly lines: readonly CardLine[];
}

const rtl = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const letter = /\p{L}/u;

/** The direction of its first letter. */
const isRtl = (text: string): boolean => rtl.test(letter.exec(text)?.[0] ?? '');

/** Null for what does not fit on one picture. */
export function cardLayout(
  paragraphs: readonly string[],
  widthOf: (text: string) => number,
): CardLayout | null {
  const { width, edge, line, apart, size, tallest } = cardLook;
  const lines: CardLine[] = [];
  let y = edge + size;
  for (const paragraph of paragraphs) {
    for (const text of wrapped(paragraph, widthOf, width - 2 * edge)) {
      lines.push({ text, y, isRtl: isRtl(paragraph) });
      y += line;
      if (y > tallest) return null;
    }
    y += apart;
  }
  return { height: y - line - apart + edge, lines };
}

function wrapped(text: string, widthOf: (text: string) => number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= most) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    // A word wider than the card, or a script without spaces, is broken where it has to be.
    for (const sign of word) {
      if (line !== '' && widthOf(line + sign) > most) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  return line === '' ? lines : [...lines, line];
}
