/** One sealed message from a device to the one it is being paired with: read once, gone in ten minutes. */
import type { Context } from 'hono';

import { fromBase64Url, type Bytes } from '../src/kernel/bytes.ts';
import { mailWaits } from '../src/sync/protocol/limits.ts';
import { mailName } from '../src/sync/protocol/names.ts';
import type { RelayEnv, RelayParts } from './parts.ts';
import { Refused } from './refused.ts';
import { countMail, putMail, takeMail } from './store/mail.ts';

/** Chosen: 40 MB at most, and nobody pairs so many phones in ten minutes. */
const mostMail = 10_000;

export interface Mailbox {
  readonly leave: (context: Context<RelayEnv>) => Promise<Response>;
  readonly collect: (context: Context<RelayEnv>) => Promise<Response>;
}

export function createMailbox({ store, wall }: RelayParts): Mailbox {
  const nameOf = (context: Context<RelayEnv>): Bytes => {
    const name = mailName.read(context.req.param('id'));
    if (name === undefined) throw new Refused('nothing');
    return fromBase64Url(name);
  };
  return {
    async leave(context) {
      const id = nameOf(context);
      const sealed = new Uint8Array(await context.req.arrayBuffer());
      if (sealed.length === 0) throw new Refused('malformed');
      if ((await store.read(countMail())) >= mostMail) throw new Refused('unavailable');
      const now = wall();
      if (!(await store.write(putMail(id, sealed, now, now + mailWaits))))
        throw new Refused('taken');
      return context.body(null, 204);
    },
    async collect(context) {
      const sealed = await store.write(takeMail(nameOf(context), wall()));
      if (!sealed) throw new Refused('nothing');
      return context.body(Uint8Array.from(sealed), 200, {
        'Content-Type': 'application/octet-stream',
      });
    },
  };
}
