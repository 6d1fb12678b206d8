/** Answers what our own pages ask of the worker. */
import { isFromOurPage, isFromSite, type Message } from '../messages.ts';
import { announceWritten, hearArrived, isInStep, pairing } from './bridge.ts';
import { lockKeyInLetters } from './carrying.ts';
import { alarmAt } from './heartbeat.ts';
import { beat, lookAround, take } from './pauses.ts';
import { watchPages } from './senses.ts';
import { arrived, forgetVisits, hearVisit, watchSites } from './visits.ts';

export function startMessages(): void {
  chrome.runtime.onMessage.addListener((message: Message, sender, respond) => {
    const isArrival = message.to === 'visits' && message.type === 'arrived';
    if (!(isArrival ? isFromSite(sender) : isFromOurPage(sender))) return false;
    answer(message, sender).then(respond, (failure: unknown) => {
      reportError(failure); // the page goes on without an answer
      respond(null);
    });
    return true; // the answer comes later
  });
}

async function answer(message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  switch (message.to) {
    case 'pauses':
      await take(message.event);
      // The list of call sites is one of the rules.
      if (message.event.type === 'rulesChanged') await watchPages();
      return null;
    case 'bridge':
      if (message.type === 'status') return isInStep();
      if (message.type === 'merged') await hearArrived();
      else {
        announceWritten();
        await watchSites();
      }
      return null;
    case 'carrier':
      return lockKeyInLetters();
    case 'pairing':
      return pairing(message.type);
    case 'senses':
      if (message.type === 'wished') await watchPages();
      await lookAround('presence');
      return null;
    case 'visits':
      if (message.type === 'erased') return forgetVisits();
      return message.type === 'arrived' ? arrived(sender, message.turned) : hearVisit(message);
    case 'heartbeat':
      await beat();
      return alarmAt();
  }
}
