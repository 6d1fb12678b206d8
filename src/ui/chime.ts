/** One soft chime, made here so that there is no file to fetch. */

/** Samples a second; plenty for a tone below 1 kHz (chosen). */
const rate = 22_050;
const seconds = 1.6;
/** A fifth above a low A, and how loud each sounds (chosen by ear: a bowl struck gently). */
const tones = [
  { hertz: 440, loud: 0.16 },
  { hertz: 660, loud: 0.07 },
];

/** 16-bit mono samples: a quick swell, then a long fading, so that nothing clicks. */
export function chimeSamples(): Int16Array {
  return Int16Array.from({ length: rate * seconds }, (_, at) => {
    const time = at / rate;
    const shape = Math.min(1, time / 0.02) * Math.exp(-3.2 * time);
    const sum = tones.reduce(
      (total, { hertz, loud }) => total + loud * Math.sin(2 * Math.PI * hertz * time),
      0,
    );
    return Math.round(shape * sum * 32_767);
  });
}

function wave(samples: Int16Array): Blob {
  const head = new DataView(new ArrayBuffer(44));
  const name = (at: number, letters: string): void => {
    for (let index = 0; index < letters.length; index++)
      head.setUint8(at + index, letters.charCodeAt(index));
  };
  name(0, 'RIFF');
  head.setUint32(4, 36 + samples.byteLength, true);
  name(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true); // plain samples
  head.setUint16(22, 1, true); // one channel
  head.setUint32(24, rate, true);
  head.setUint32(28, rate * 2, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  name(36, 'data');
  head.setUint32(40, samples.byteLength, true);
  return new Blob([head, new Uint8Array(samples.buffer as ArrayBuffer)], { type: 'audio/wav' });
}

/** Resolves when it has sounded; false where the browser lets no sound play before a click. */
export async function playChime(): Promise<boolean> {
  const url = URL.createObjectURL(wave(chimeSamples()));
  const audio = new Audio(url);
  const ended = new Promise<void>((resolve) => {
    audio.addEventListener('ended', () => {
      resolve();
    });
  });
  try {
    await audio.play();
    await ended;
    return true;
  } catch {
    return false; // autoplay is refused: the pause is there to be seen
  } finally {
    URL.revokeObjectURL(url);
  }
}
