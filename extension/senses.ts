/** What the person may let Comma notice in this browser, asked for in a click and given back. */
import type { Sense, Senses } from '#core/ports.ts';

import { send } from './messages.ts';
import { everyPage, originOf } from './origins.ts';
import { wish, wishesNow, type Wishes } from './wishes.ts';

export const senses: Senses = {
  calls: (hosts) => senseOf('calls', hosts, originOf),
  sharingTold: __FIREFOX__,
  typing: senseOf('typing', ['every page'], () => everyPage),
};

function senseOf(
  name: keyof Wishes,
  places: readonly string[],
  origin: (place: string) => string,
): Sense {
  const unseen = async (): Promise<readonly string[]> => {
    const seen = await Promise.all(
      places.map((place) => chrome.permissions.contains({ origins: [origin(place)] })),
    );
    return places.filter((_, index) => seen[index] !== true);
  };
  const want = async (wanted: boolean): Promise<void> => {
    await wish({ [name]: wanted });
    await send({ to: 'senses', type: 'wished' });
  };
  return {
    allowed: async () =>
      (await wishesNow())[name] === true && (await unseen()).length < places.length,
    unseen,
    ask: async () => {
      // First of all: a browser hears it only in the very moment of a click.
      if (!(await chrome.permissions.request({ origins: places.map(origin) }))) return false;
      await want(true);
      return true;
    },
    // The worker gives back to the browser what nothing else needs.
    forget: () => want(false),
  };
}
