/** The relay as an app: every route of the protocol, and what they all share. */
import { timingSafeEqual, createHash } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';

import { extensionId } from '../src/sync/protocol/extension-address.ts';
import {
  longestBody,
  longestMail,
  longestQuestion,
  longestWakes,
} from '../src/sync/protocol/limits.ts';
import { inviteHeader } from '../src/sync/protocol/names.ts';
import { routes, type Route } from '../src/sync/protocol/routes.ts';
import { callerOf } from './address.ts';
import { admission } from './admission.ts';
import { createEvents } from './events.ts';
import { createExchange } from './exchange.ts';
import { createHeads } from './heads.ts';
import { kindOf } from './log.ts';
import { createMailbox } from './mailbox.ts';
import { createMetrics } from './metrics.ts';
import type { RelayEnv, RelayParts } from './parts.ts';
import { createRateLimit } from './rate-limit.ts';
import { answerRefused, Refused } from './refused.ts';
import { createWakes } from './wakes.ts';
import { deleteVault, readVault } from './store/vaults.ts';

const minute = 60_000;
const day = 86_400;

export interface Relay {
  readonly app: Hono<RelayEnv>;
  /** Ends what would never end by itself; requests under way are answered. */
  close(): Promise<void>;
  /** Sends the pushes that are due; it happens by itself every few seconds. */
  readonly sendDue: () => Promise<void>;
}

export function createRelay(parts: RelayParts): Relay {
  const { store, settings, wall, mono, log } = parts;
  const metrics = createMetrics();
  const heads = createHeads(store);
  const exchange = createExchange(parts, metrics);
  const events = createEvents(parts, heads, metrics);
  const mailbox = createMailbox(parts);
  const wakes = createWakes(parts, metrics);
  const { admitted, known, ofDevice } = admission(parts, metrics);
  const requests = createRateLimit(settings.requestsPerMinute, minute);

  const app = new Hono<RelayEnv>();
  app.onError((failure) => {
    if (failure instanceof Refused) {
      metrics.refused(failure.refusal);
      return answerRefused(failure);
    }
    log({ event: 'trouble', where: 'request', error: kindOf(failure) });
    metrics.refused('broken');
    return answerRefused(new Refused('broken'));
  });
  app.notFound(() => answerRefused(new Refused('nothing')));

  app.use(async (context, next) => {
    const started = mono();
    await next();
    const ms = mono() - started;
    const route = (context.get('route') as Route | undefined) ?? 'unknown';
    const { status } = context.res;
    metrics.answered(route, status, ms / 1000);
    log({ event: 'request', route, status, ms: Math.round(ms * 10) / 10 });
  });
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('Cache-Control', 'no-store');
    context.res.headers.set('X-Content-Type-Options', 'nosniff');
    context.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  app.use(
    '/v1/*',
    cors({
      origin: (origin) => (isOurs(origin, settings.origins) ? origin : null),
      allowMethods: ['GET', 'PUT', 'POST', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', inviteHeader],
      // By the date a device learns how its clock stands.
      exposeHeaders: ['Retry-After', 'Date'],
      maxAge: day,
    }),
  );
  app.use('/v1/*', async (context: Context<RelayEnv>, next) => {
    const { address = '' } = getConnInfo(context).remote;
    const forwarded = context.req.header('X-Forwarded-For');
    const caller = callerOf(address, forwarded, settings.proxies);
    const wait = requests.take(caller, mono());
    if (wait > 0) throw new Refused('too-many', wait);
    context.set('caller', caller);
    await next();
  });

  type Handler = (context: Context<RelayEnv>) => Response | Promise<Response>;
  const serve = (route: Route, ...handlers: (MiddlewareHandler<RelayEnv> | Handler)[]): void => {
    const { method, path } = routes[route];
    const named: MiddlewareHandler<RelayEnv> = async (context, next) => {
      context.set('route', route);
      await next();
    };
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), named, ...handlers);
  };
  // The body is read only when it is known whose it is.
  serve('pull', admitted, atMost(longestQuestion), exchange.pull);
  serve('push', admitted, atMost(longestBody), exchange.push);
  serve('events', admitted, events.open);
  serve('look', known, (context: Context<RelayEnv>) => context.body(null, 204));
  serve('remove', admitted, async (context: Context<RelayEnv>) => {
    await store.write(deleteVault(context.get('vault'), wall()));
    return context.body(null, 204);
  });
  serve('pushKey', admitted, wakes.key);
  serve('cancel', admitted, atMost(longestWakes), wakes.cancel);
  serve('wake', ofDevice, atMost(longestWakes), wakes.put);
  serve('wakeNow', ofDevice, wakes.wakeNow);
  serve('sleep', ofDevice, wakes.drop);
  serve('leave', atMost(longestMail), mailbox.leave);
  serve('collect', mailbox.collect);
  serve('health', async (context: Context<RelayEnv>) => {
    // A vault that nobody has: the question reaches the tables all the same.
    await store.read(readVault(new Uint8Array(16))).catch(() => {
      throw new Refused('unavailable');
    });
    return context.json({ status: 'ok' });
  });
  serve('metrics', (context: Context<RelayEnv>) => {
    if (!mayMeasure(context.req.header('Authorization'), settings.metricsToken))
      throw new Refused('unauthorised');
    return context.text(metrics.text(process.memoryUsage.rss()), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    });
  });

  return {
    app,
    sendDue: wakes.sendDue,
    async close() {
      heads.close();
      events.close();
      await wakes.close();
    },
  };
}

const atMost = (maxSize: number): MiddlewareHandler<RelayEnv> =>
  bodyLimit({
    maxSize,
    onError() {
      throw new Refused('too-large');
    },
  });

/** In Firefox an extension's address is drawn anew for each profile, so it cannot be listed. */
const isOurs = (origin: string, listed: readonly string[]): boolean =>
  origin === `chrome-extension://${extensionId}` ||
  /^moz-extension:\/\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(origin) ||
  listed.includes(origin);

function mayMeasure(header: string | undefined, token: string | null): boolean {
  if (token === null) return true;
  const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashOf(header ?? ''), hashOf(`Bearer ${token}`));
}
