/** The extension's worker. Everything is registered in its first turn, or the event that woke it is lost. */
import { startAskings } from './worker/askings.ts';
import { hearArrived, startBridge } from './worker/bridge.ts';
import { startCarrying } from './worker/carrying.ts';
import { startMessages } from './worker/messages.ts';
import { startPauses } from './worker/pauses.ts';
import { followLock } from './worker/vault.ts';
import { startVisits } from './worker/visits.ts';

startPauses();
followLock();
startBridge();
startCarrying(hearArrived);
startMessages();
startVisits();
startAskings();
