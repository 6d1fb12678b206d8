/** What a browser's camera sees: a film of one picture, which Chromium plays in place of a device. */
import { rename, writeFile } from 'node:fs/promises';
import encodeQr from 'qr';

const size = { width: 640, height: 480 };

export const filmed = (film: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** Grey with a QR code in the middle; put there in one piece, since a camera may be looking. */
export async function holdUp(film: string, text: string): Promise<void> {
  const { width, height } = size;
  const modules = encodeQr(text, 'raw', { border: 4 });
  const scale = Math.floor((height * 0.8) / modules.length);
  const [left, top] = [width, height].map((side) => (side - modules.length * scale) >> 1);
  const light = Buffer.alloc(width * height, 150);
  for (let y = 0; y < modules.length * scale; y++)
    for (let x = 0; x < modules.length * scale; x++) {
      const dark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)];
      light[((top ?? 0) + y) * width + (left ?? 0) + x] = dark ? 30 : 220;
    }
  const frame = [Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)];
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(`${film}.new`, Buffer.concat([head, ...frame, ...frame]));
  await rename(`${film}.new`, film);
}
