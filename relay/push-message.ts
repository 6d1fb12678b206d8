/** One push: the same few neutral words for everybody, sealed for the browser that asked, and what became of it. */
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import webpush from 'web-push';

import type { Subscription } from '../src/sync/protocol/wakes.ts';
import { lookUpPublic, type PushHosts } from './push-hosts.ts';

/** Seconds that a push service keeps it for a phone without a network (reference): later it would only disturb. */
const keptSeconds = 600;
/** Milliseconds for one push (chosen). */
const patience = 10_000;

export interface Vapid {
  readonly subject: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

export type Sent =
  | { readonly type: 'Taken' }
  | { readonly type: 'Ended' }
  /** `wait` is in milliseconds, if the service said how long to stay away. */
  | { readonly type: 'Later'; readonly wait: number | null }
  | { readonly type: 'Refused' };

/** Words for a browser that shows the message by itself; else Comma's own worker chooses (declarative web push). */
const messageFor = (app: string): string =>
  JSON.stringify({
    web_push: 8030,
    notification: {
      title: 'Comma',
      body: 'A comma, if you like.',
      navigate: `${app}/#/today`,
      tag: 'pause',
    },
    mutable: true,
  });

/** Never rejects. */
export async function sendPush(
  { endpoint, p256dh, auth }: Subscription,
  app: string,
  vapid: Vapid,
  { standIn }: PushHosts,
): Promise<Sent> {
  try {
    const details = webpush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      messageFor(app),
      { TTL: keptSeconds, topic: 'pause', urgency: 'high', vapidDetails: vapid },
    );
    const headers = Object.fromEntries(
      Object.entries(details.headers).map(([name, value]) => [name, value]),
    );
    const { status, retryAfter } = await post(endpoint, headers, details.body, standIn);
    if (status >= 200 && status < 300) return { type: 'Taken' };
    if (status === 404 || status === 410) return { type: 'Ended' };
    if (status === 429 || status >= 500) return { type: 'Later', wait: waitOf(retryAfter) };
    return { type: 'Refused' };
  } catch {
    return { type: 'Later', wait: null }; // no way to it now
  }
}

function waitOf(retryAfter: string | undefined): number | null {
  const seconds = Number(retryAfter ?? NaN);
  return seconds >= 0 ? seconds * 1000 : null;
}

interface Answered {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

function post(
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer | null,
  standIn: string | null,
): Promise<Answered> {
  const isStandIn = new URL(endpoint).origin === standIn;
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(patience) };
  return new Promise((resolve, reject) => {
    // No detour is followed: an answer that points elsewhere is one like any other.
    const asked = isStandIn
      ? plainRequest(endpoint, options)
      : tlsRequest(endpoint, { ...options, lookup: lookUpPublic });
    asked.once('error', reject);
    asked.once('response', (answer) => {
      const { statusCode = 0, headers: said } = answer;
      answer.once('error', reject).resume();
      resolve({ status: statusCode, retryAfter: said['retry-after'] });
    });
    asked.end(body ?? undefined);
  });
}
