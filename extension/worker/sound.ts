import { playChime } from '#core/ui/chime.ts';

/** One soft chime, when the person chose it. Firefox's background is a page and plays it itself. */
export async function soundChime(): Promise<void> {
  if (__FIREFOX__) {
    await playChime();
    return;
  }
  try {
    await chrome.offscreen.createDocument({
      url: 'offscreen/index.html',
      reasons: ['AUDIO_PLAYBACK'],
      justification: 'One soft chime when a pause is offered.',
    });
  } catch {
    // One is sounding already: there is only ever one such page.
  }
}
