/**
 * How our two scripts in the page of a call site speak: one in the page's own world, which alone sees what the
 * page does with its microphone, and ours beside it, which alone may speak to the worker. A page can say the
 * same words. Then a pause waits, as it would in a call, and nothing else comes of it.
 */

export interface LiveMedia {
  /** A microphone, a camera or a connection that carries sound or pictures. */
  readonly call: boolean;
  readonly sharing: boolean;
}

export const nothingLive: LiveMedia = { call: false, sharing: false };

/** Events on the page's window, named for what they are about, not for whom. */
export const asked = 'live-media-asked';
export const told = 'live-media-told';
export const changed = 'live-media-changed';

/** Text, because Firefox lets no object of the page's world be read. */
export const textOf = ({ call, sharing }: LiveMedia): string =>
  [call && 'call', sharing && 'sharing'].filter(Boolean).join(' ');

export function parseLive(text: unknown): LiveMedia {
  const words = typeof text === 'string' ? text.split(' ') : [];
  const sharing = words.includes('sharing');
  return { call: sharing || words.includes('call'), sharing };
}
