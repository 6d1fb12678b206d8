/** The QR code in a picture of a video. */
import decodeQr from 'qr/decode.js';

/** Pixels of the longer side that are looked at (chosen): a code that fills a third of it is read, and a phone keeps up. */
const longest = 960;

export type QrReader = (video: HTMLVideoElement) => string | null;

/** Null while there is no code to be seen. */
export function createQrReader(): QrReader {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const { videoWidth, videoHeight } = video;
    if (!context || videoWidth === 0) return null;
    const scale = Math.min(1, longest / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQr(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return null; // most pictures show none, or one that is still blurred: the reader throws for each
    }
  };
}
