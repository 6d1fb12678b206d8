/** Pull and push: the wire on one side, the scripts on the other. */
import type { Context } from 'hono';

import { fromBase64Url, toBase64Url, type Bytes } from '../src/kernel/bytes.ts';
import { parseJson } from '../src/kernel/json.ts';
import { createId } from '../src/kernel/random.ts';
import { revOf } from '../src/kernel/revision.ts';
import { readQuestion, serialisePage, type PageRow } from '../src/sync/protocol/pull.ts';
import { parsePush, serialiseTaken, type PushedRow } from '../src/sync/protocol/push.ts';
import { rowsType } from '../src/sync/protocol/rows.ts';
import type { Metrics } from './metrics.ts';
import type { RelayEnv, RelayParts } from './parts.ts';
import { Refused } from './refused.ts';
import { readPage, type PageLine } from './store/page.ts';
import { pushRows, type Item } from './store/push.ts';

type Handler = (context: Context<RelayEnv>) => Promise<Response>;

export interface Exchange {
  readonly pull: Handler;
  readonly push: Handler;
}

export function createExchange(
  { store, settings, random }: RelayParts,
  metrics: Metrics,
): Exchange {
  const draw = (): string => createId(random);
  return {
    async pull(context) {
      const question = readQuestion(parseJson(await context.req.text()));
      if (!question) throw new Refused('malformed');
      const { since, wit } = question;
      const lines = await store.read(readPage(context.get('vault'), question));
      const [first] = lines;
      // Deleted since it was let in.
      if (!first) throw new Refused('deleted');
      const { epoch, head, token } = first;
      if (since > head || (wit && first.witnessed !== wit.token))
        return rows(context, serialisePage({ reset: true, epoch }));
      const page = lines.flatMap(rowOf);
      metrics.moved('pulled', page.length, sizeOf(page));
      return rows(
        context,
        serialisePage({ reset: false, epoch, wit: { seq: head, token }, rows: page }),
      );
    },

    async push(context) {
      const pushed = parsePush(new Uint8Array(await context.req.arrayBuffer()));
      if (!pushed) throw new Refused('malformed');
      const vault = context.get('vault');
      const taken = await store.write(pushRows(vault, pushed.map(itemOf), settings.quota, draw));
      if (taken.type === 'Gone') throw new Refused('deleted');
      if (taken.type === 'Full') throw new Refused('full');
      const { epoch, from, seq, token } = taken;
      if (seq > from) store.announce(vault, seq);
      const conflicts = taken.conflicts.map(({ id, ct: bytes }) => {
        const ct = Uint8Array.from(bytes);
        return { id: toBase64Url(id), rev: revOf(ct), ct };
      });
      metrics.moved('pushed', taken.ok.length, sizeOf(pushed));
      metrics.moved('conflicting', conflicts.length, sizeOf(conflicts));
      const ok = taken.ok.map(toBase64Url);
      return rows(context, serialiseTaken({ epoch, from, wit: { seq, token }, ok, conflicts }));
    },
  };
}

function rowOf({ id, seq, ct: bytes }: PageLine): PageRow[] {
  if (!id || seq === null || !bytes) return [];
  const ct = bytes as Bytes;
  return [{ id: toBase64Url(id), seq, rev: revOf(ct), ct }];
}

const itemOf = ({ id, base, ct }: PushedRow): Item => ({
  id: fromBase64Url(id),
  base: base === null ? null : fromBase64Url(base),
  rev: fromBase64Url(revOf(ct)),
  ct,
});

const sizeOf = (all: readonly { readonly ct: Bytes }[]): number =>
  all.reduce((sum, { ct }) => sum + ct.length, 0);

const rows = (context: Context<RelayEnv>, body: Bytes): Response =>
  context.body(body, 200, { 'Content-Type': rowsType });
