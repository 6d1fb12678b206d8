/** How this device's clock stands to the relay's, as the answers that it gives anyway tell. */
import type { Fetch } from './ask.ts';

export interface RelayTime {
  /** Asks as the one it was made of, and looks at the date of what comes back. */
  readonly fetch: Fetch;
  /** Milliseconds, to a second and half of what the answer took on its way; null before any was dated. */
  readonly behind: () => number | null;
}

export function relayTime(fetch: Fetch, wall: () => number): RelayTime {
  let behind: number | null = null;
  return {
    fetch: async (address, request) => {
      const asked = wall();
      const answer = await fetch(address, request);
      const dated = Date.parse(answer.headers.get('Date') ?? '');
      // A date counts whole seconds.
      if (answer.ok && Number.isFinite(dated)) behind = dated + 500 - (asked + wall()) / 2;
      return answer;
    },
    behind: () => behind,
  };
}
