/** Wakes devices: what they ask for, and the pushes when it is time. */
import type { Context } from 'hono';

import { fromBase64Url, type Bytes } from '../src/kernel/bytes.ts';
import { parseJson } from '../src/kernel/json.ts';
import { cancelShape, deviceName, readWakes } from '../src/sync/protocol/wakes.ts';
import { kindOf } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { RelayEnv, RelayParts } from './parts.ts';
import { isPushService } from './push-hosts.ts';
import type { Sent, Vapid } from './push-message.ts';
import { Refused } from './refused.ts';
import type { PushSettings } from './environment.ts';
import {
  cancelWakes,
  dropDevice,
  endDevice,
  findDue,
  forgetDevices,
  putBack,
  putDevice,
  readDevice,
  takeWake,
  type DeviceRow,
  type DueWake,
} from './store/wakes.ts';

/** Milliseconds between looks for wakes that are due (chosen). */
const look = 2_000;
/** Milliseconds after which a wake is let go (reference): a pile of late ones helps nobody. */
const latest = 600_000;
/** Milliseconds before a push that was not taken is tried again; twice that after each further one (chosen). */
const firstReturn = 15_000;
/** Wakes sent at once (chosen). */
const atOnce = 32;
/** Milliseconds (chosen): a device asks for a fortnight at most, so one that is silent for longer is gone. */
const silence = 45 * 24 * 3_600_000;
const hour = 3_600_000;

type Handler = (context: Context<RelayEnv>) => Promise<Response>;

export interface Wakes {
  readonly key: Handler;
  readonly put: Handler;
  readonly cancel: Handler;
  readonly wakeNow: Handler;
  readonly drop: Handler;
  /** Sends what is due. It is called by itself, too. */
  readonly sendDue: () => Promise<void>;
  /** Resolves when what is in hand has been sent. */
  close(): Promise<void>;
}

export function createWakes(parts: RelayParts, metrics: Metrics): Wakes {
  const { store, settings, wall, log } = parts;
  let known: Promise<Vapid> | null = null;
  let sending: Promise<void> | null = null;
  let swept = 0;
  let isClosing = false;

  const pushes = (): PushSettings => {
    if (!settings.push) throw new Refused('nothing');
    return settings.push;
  };
  // Only a relay that sends any loads what they are made with.
  const vapid = (): Promise<Vapid> => {
    known ??= import('./vapid.ts')
      .then(({ openVapid }) => openVapid(pushes(), store))
      .catch((failure: unknown) => {
        known = null;
        throw failure;
      });
    return known;
  };
  const send = async (device: DeviceRow): Promise<Sent> => {
    const { sendPush } = await import('./push-message.ts');
    // The list may have become shorter since the device was taken in.
    const sent: Sent = isPushService(device.endpoint, pushes())
      ? await sendPush(device, device.app, await vapid(), pushes())
      : { type: 'Refused' };
    metrics.pushed(sent.type);
    return sent;
  };

  const wake = async (due: DueWake, now: number): Promise<void> => {
    const device = await store.write(takeWake(due));
    if (!device || device.ended !== null) return;
    if (now - due.due > latest) {
      metrics.pushed('Late');
      return;
    }
    const sent = await send(device);
    if (sent.type === 'Ended') await store.write(endDevice(due.vault, due.device, now));
    if (sent.type !== 'Later') return;
    const at = wall() + Math.max(sent.wait ?? 0, firstReturn * 2 ** due.tries);
    if (at - due.due <= latest) await store.write(putBack(due, at, device.endpoint));
  };
  const sendAll = async (): Promise<void> => {
    const now = wall();
    for (;;) {
      const due = await store.read(findDue(now, atOnce));
      const ends = await Promise.allSettled(due.map((each) => wake(each, now)));
      for (const end of ends)
        if (end.status === 'rejected')
          log({ event: 'trouble', where: 'push', error: kindOf(end.reason) });
      if (isClosing || due.length < atOnce || ends.some(({ status }) => status === 'rejected'))
        break;
    }
    if (now - swept < hour) return;
    swept = now;
    await store.write(forgetDevices(now - silence));
  };
  const sendDue = (): Promise<void> => {
    sending ??= sendAll()
      .catch((failure: unknown) => {
        log({ event: 'trouble', where: 'push', error: kindOf(failure) });
      })
      .finally(() => (sending = null));
    return sending;
  };
  const timer = settings.push && setInterval(() => void sendDue(), look);
  timer?.unref();

  return {
    async key(context) {
      pushes();
      return context.json({ key: (await vapid()).publicKey });
    },
    async put(context) {
      const id = deviceOf(context);
      const asked = readWakes(parseJson(await context.req.text()));
      if (!asked) throw new Refused('malformed');
      const { subscription, wakes, own } = asked;
      if (!isPushService(subscription.endpoint, pushes())) throw new Refused('push-host');
      const now = wall();
      // Two of one name are one moment.
      const named = new Map(wakes.map(({ name, wait }) => [name, now + wait]));
      const at = [...named].map(([name, due]) => ({ name: fromBase64Url(name), due }));
      const vault = context.get('vault');
      const says = {
        subscription,
        app: appOf(context),
        wakes: at,
        // Its own token cannot put another one in its place.
        own: own === undefined || context.get('isOwn') ? null : fromBase64Url(own),
      };
      const put = await store.write(putDevice(vault, id, says, now));
      if (put !== 'Put') throw new Refused(refusalOf[put]);
      return context.body(null, 204);
    },
    async cancel(context) {
      const asked = cancelShape.read(parseJson(await context.req.text()));
      if (!asked) throw new Refused('malformed');
      await store.write(cancelWakes(context.get('vault'), asked.names.map(fromBase64Url)));
      return context.body(null, 204);
    },
    async wakeNow(context) {
      const [vault, id] = [context.get('vault'), deviceOf(context)];
      const device = await store.read(readDevice(vault, id));
      if (!device) throw new Refused('nothing');
      const sent = device.ended === null ? await send(device) : ({ type: 'Ended' } as const);
      if (sent.type === 'Ended') {
        await store.write(endDevice(vault, id, wall()));
        throw new Refused('push-ended');
      }
      if (sent.type !== 'Taken') throw new Refused('push-failed');
      return context.body(null, 204);
    },
    async drop(context) {
      await store.write(dropDevice(context.get('vault'), deviceOf(context)));
      return context.body(null, 204);
    },
    sendDue,
    async close() {
      isClosing = true;
      if (timer) clearInterval(timer);
      await sending;
    },
  };
}

const refusalOf = { Gone: 'deleted', Full: 'full', Ended: 'push-ended' } as const;

function deviceOf(context: Context<RelayEnv>): Bytes {
  const name = deviceName.read(context.req.param('device'));
  if (name === undefined) throw new Refused('nothing');
  return fromBase64Url(name);
}

/** Whoever asks is the app itself: its policy lets nobody else speak for it. */
function appOf(context: Context<RelayEnv>): string {
  const origin = URL.parse(context.req.header('Origin') ?? '');
  return origin && /^https?:$/.test(origin.protocol)
    ? origin.origin
    : new URL(context.req.url).origin;
}
