/** Draws a card of an entry as a picture, here on this device: nothing is fetched for it. */
import { cardLayout, cardLook } from '../features/session/card.ts';

/** Null for what does not fit on one picture. */
export async function cardImage(paragraphs: readonly string[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return null;
  const { width, edge, size } = cardLook;
  const face = getComputedStyle(document.documentElement).getPropertyValue('--display');
  const font = `430 ${size}px ${face}`;
  await document.fonts.load(font);
  context.font = font;
  const layout = cardLayout(paragraphs, (text) => context.measureText(text).width);
  if (!layout) return null;
  canvas.width = width;
  canvas.height = layout.height;
  // A canvas forgets all it was told when its size changes.
  context.fillStyle = 'oklch(99.4% 0.006 85)';
  context.fillRect(0, 0, width, layout.height);
  context.fillStyle = 'oklch(27% 0.03 285)';
  context.font = font;
  for (const { text, y, isRtl } of layout.lines) {
    context.direction = isRtl ? 'rtl' : 'ltr';
    context.textAlign = isRtl ? 'right' : 'left';
    context.fillText(text, isRtl ? width - edge : edge, y);
  }
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}
