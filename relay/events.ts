/** A stream that says where a vault's counter stands, so that a device knows when to look. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

import { headEvent } from '../src/sync/protocol/routes.ts';
import type { Heads } from './heads.ts';
import type { Metrics } from './metrics.ts';
import type { RelayEnv, RelayParts } from './parts.ts';
import { Refused } from './refused.ts';
import { readVault } from './store/vaults.ts';

/** Milliseconds between signs of life (chosen): proxies cut what is silent for a minute. */
const breath = 25_000;

interface Line {
  /** The counter that is to be told; without a number it has to be looked up. */
  news: { readonly seq: number | null } | null;
  isOver: boolean;
  wake: (() => void) | null;
}

/** Resolves when there is news, or it is time for a sign of life. */
const nextSign = (line: Line): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, breath);
    line.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });

export interface Events {
  readonly open: (context: Context<RelayEnv>) => Response;
  /** Ends every stream; devices come back to whoever is there then. */
  close(): void;
}

export function createEvents({ store }: RelayParts, heads: Heads, metrics: Metrics): Events {
  const ends = new Set<() => void>();
  return {
    open(context) {
      const vault = context.get('vault');
      const line: Line = { news: { seq: context.get('held').seq }, isOver: false, wake: null };
      const leave = heads.listen(vault, (seq) => {
        line.news = { seq };
        line.wake?.();
      });
      if (!leave) throw new Refused('too-many', breath);
      metrics.listening(heads.listening);
      const end = (): void => {
        line.isOver = true;
        line.wake?.();
      };
      ends.add(end);
      context.header('X-Accel-Buffering', 'no'); // or nginx would collect the events
      return streamSSE(context, async (stream) => {
        stream.onAbort(end);
        try {
          while (!line.isOver) {
            // Set first: what is heard while this is written is not slept through.
            const sign = nextSign(line);
            const { news } = line;
            line.news = null;
            if (news) {
              const seq = news.seq ?? (await store.read(readVault(vault)))?.seq ?? 0;
              await stream.writeSSE({ event: headEvent, data: String(seq) });
            } else await stream.write(':\n\n');
            await sign;
          }
        } finally {
          ends.delete(end);
          leave();
          metrics.listening(heads.listening);
        }
      });
    },
    close() {
      for (const end of ends) end();
    },
  };
}
