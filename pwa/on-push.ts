/** What the service worker does when the relay wakes it, and when the browser takes the way to it away. */
import { vaultName } from '#core/app/vault-name.ts';
import { contentFor } from '#core/content/index.ts';
import { parsePrompts } from '#core/features/pauses/prompt-fields.ts';
import { promptViews } from '#core/features/pauses/prompt-rows.ts';
import { promptIdOf } from '#core/features/pauses/prompt.ts';
import { lateBy, wakeAt } from '#core/features/pauses/wakes.ts';
import { fromBase64Url } from '#core/kernel/bytes.ts';
import type { Subscription } from '#core/sync/protocol/wakes.ts';
import { systemFetch } from '#core/sync/relay/ask.ts';
import { wakeDeskAt } from '#core/sync/relay/wakes.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { lookFirst, type FirstLook } from '#core/vault/first-look.ts';
import { itemOf } from '#core/vault/item.ts';
import { openFirst } from '#core/vault/open-first.ts';
import { lastWakeKey, phonePromptsKey, type PhonePrompts } from '#core/vault/phone-prompts.ts';
import { metaView } from '#core/vault/view.ts';

const phoneView = metaView(phonePromptsKey);

/** A name is waited for no longer than this (chosen). */
const patienceMs = 3_000;

/**
 * A prompt's name only where the person chose that for its notifications, and the journal is open to read it.
 * A push must be shown whatever becomes of the database: who shows none loses the right to be woken.
 */
export async function wordsOfPush(
  wall: number,
  languages: readonly string[],
  patience = patienceMs,
): Promise<{ readonly title: string; readonly body: string }> {
  const { notification } = contentFor(languages).words;
  const none = new Promise<null>((resolve) => {
    setTimeout(resolve, patience, null);
  });
  const name = await Promise.race([nameOfPush(wall).catch(() => null), none]);
  return name === null ? notification : { ...notification, body: name };
}

async function nameOfPush(wall: number): Promise<string | null> {
  const look = await lookFirst(openFirst(vaultName), [phoneView, ...promptViews]);
  const kept = look && keptIn(look);
  const woken = kept && wakeAt(kept.wakes, wall);
  // What comes for a moment that was answered or moved meanwhile must be shown, too, and names nothing.
  if (!woken || kept.off?.includes(woken.name)) return null;
  const records = [...look.recs.values()].map((rec) => itemOf(rec, 0));
  const { prompts } = parsePrompts(records);
  const prompt = prompts.find(({ id }) => id === promptIdOf(woken.slot));
  return prompt?.notice === 'named' && prompt.name !== '' ? prompt.name : null;
}

const keptIn = (look: FirstLook): PhonePrompts | undefined =>
  look.rows(phoneView)?.[0]?.value as PhonePrompts | undefined; // only the app writes here

/** For the page that says whether pushes arrive. Without a database there is nobody to tell. */
export async function noteWake(wall: number): Promise<void> {
  const db = await openFirst(vaultName);
  if (!db) return;
  const writing = db.transaction('meta', 'readwrite');
  writing.objectStore('meta').put({ key: lastWakeKey, value: wall });
  await new Promise<void>((resolve) => {
    writing.oncomplete = (): void => {
      resolve();
    };
    writing.onabort = (): void => {
      resolve(); // a full disk: the push was shown all the same
    };
  });
  db.close();
}

/** What is planned goes on under the new subscription, also when nobody opens Comma for days. */
export async function moveTo(subscription: Subscription, wall: number): Promise<void> {
  const look = await lookFirst(openFirst(vaultName), [phoneView]);
  const kept = look && keptIn(look);
  if (!kept) return;
  const { origin, vault, token, device, wakes, off = [] } = kept;
  const left = wakes.flatMap(({ name, at }) => {
    const wait = at + lateBy(fromBase64Url(name)) - wall;
    return wait > 0 && !off.includes(name) ? [{ name, wait }] : [];
  });
  const desk = wakeDeskAt({ origin, vault, token }, systemFetch, systemSchedule);
  await desk.put(device, { subscription, wakes: left });
}
