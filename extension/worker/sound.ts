import { playChime } from '#core/ui/chime.ts';

import { askOffscreen } from './offscreen.ts';

/** One soft chime, when the person chose it. Firefox's background is a page and plays it itself. */
export async function soundChime(): Promise<void> {
  await (__FIREFOX__ ? playChime() : askOffscreen({ to: 'offscreen', type: 'chime' }));
}
