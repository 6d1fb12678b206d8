/** Why a pairing did not come about, and what helps. Nothing was changed on either side. */
import type { PairingFailure } from '#core/sync/bridge/pairing-page.ts';

const trouble: Readonly<Record<PairingFailure['type'], string>> = {
  Unreachable: 'The extension does not answer. Is it installed in this browser, and switched on?',
  Interrupted: 'The extension went to sleep half-way. Try once more.',
  Declined: 'Stopped. Nothing was shared.',
  Expired: 'The two minutes are over. Nothing was shared; try again when you like.',
  Busy: 'Another tab is asking just now.',
  TooMany: 'That was several times in a row. Try again in ten minutes.',
  Unsupported: 'The extension and this page are of different ages. Update both, then try again.',
  Tampered: 'Something between the two changed what they said. Nothing was shared.',
  Cancelled: 'Stopped. Nothing was shared.',
  Unavailable: 'The extension could not open its journal. Opening it once may help.',
};

export const pairingTrouble = (type: PairingFailure['type']): string => trouble[type];
