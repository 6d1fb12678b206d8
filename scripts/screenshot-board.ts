/** The README's picture: six surfaces on one board. */

interface Placed {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  /** Pixels on the board; the height follows. */
  readonly width: number;
  readonly radius: number;
}

const placed: readonly Placed[] = [
  { name: 'today-light', left: 40, top: 40, width: 300, radius: 36 },
  { name: 'pause-light', left: 372, top: 40, width: 300, radius: 36 },
  { name: 'comma-light', left: 704, top: 40, width: 300, radius: 36 },
  { name: 'popup-light', left: 1036, top: 40, width: 324, radius: 12 },
  { name: 'journal-dark', left: 40, top: 729, width: 300, radius: 36 },
  { name: 'coming-light', left: 372, top: 729, width: 940, radius: 12 },
];

async function html(picture: (name: string) => Promise<string>): Promise<string> {
  const images = await Promise.all(
    placed.map(
      async ({ name, left, top, width, radius }) =>
        `<img src="${await picture(name)}" style="left:${left}px;top:${top}px;width:${width}px;border-radius:${radius}px">`,
    ),
  );
  return `<style>
    body { margin: 0; background: oklch(86% 0.012 85) }
    img { position: absolute; box-shadow: 0 3px 12px oklch(30% 0.03 285 / 20%) }
  </style>${images.join('')}`;
}

export const composed = { size: { width: 1400, height: 1420 }, html };
