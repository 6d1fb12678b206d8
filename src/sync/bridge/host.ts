/**
 * The extension as a peer: same calls as a relay, but it opens and joins what it gets, so it never
 * answers with a conflict. Its counter is the vault's own, its witness that counter and its epoch.
 */
import { revOf } from '../../kernel/revision.ts';
import { meet, openAsRow, type MergeTools, type SealedRow } from '../meet.ts';
import type { PullAnswer, PushAnswer, PushItem, SyncPeer, Witness } from '../peer.ts';
import type { PeerState, SyncStore, SyncWrite } from '../store.ts';
import { wavesOf } from '../waves.ts';
import { longestBatch } from './requests.ts';

export interface HostContext extends MergeTools {
  /** Random, kept by the vault from its first day: a new vault under an old name is found out. */
  readonly epoch: string;
}

/** No marks are kept under this name, nor looked for: the client keeps its own. */
const self = 'bridge-host';
const nothing: PeerState = { seq: 0, wit: null, epoch: null, cleanTo: 0, lastOk: null };
/** Rows (chosen): the page begins to store them while the next, longer page is gathered. */
const firstPage = 500;
/** Chosen: somebody typing in the extension saves about once a second, a try takes milliseconds. */
const attempts = 20;

export function createBridgeHost(
  store: SyncStore,
  context: HostContext,
): Pick<SyncPeer, 'pull' | 'push'> {
  const { epoch } = context;
  let lastPush: Promise<unknown> = Promise.resolve();

  const takeAll = async (items: readonly SealedRow[]): Promise<PushAnswer> => {
    const from = await store.version();
    const ok: { id: string; rev: string }[] = [];
    let written = 0;
    let clientLacks = false;
    for (const wave of wavesOf(items, ({ wire }) => wire)) {
      const taken = await takeIn(store, context, wave);
      ok.push(...taken.ok);
      written += taken.written;
      clientLacks ||= taken.clientLacks;
    }
    const wit: Witness = { seq: await store.version(), token: epoch };
    // Any write of somebody else in between would have raised the counter further.
    const isAlone = wit.seq === from + written && !clientLacks;
    return { epoch, ok, conflicts: [], wit, ...(isAlone && { from }) };
  };

  return {
    async pull({ seq, wit }): Promise<PullAnswer> {
      const version = await store.version();
      if (version < seq || (wit && (wit.token !== epoch || version < wit.seq)))
        return { reset: true, epoch };
      const most = seq === 0 ? firstPage : longestBatch;
      const held = await store.readChanged(null, { after: seq, upTo: Infinity }, most);
      const rows = held.flatMap(({ row }) =>
        row ? [{ id: row.wire, seq: row.lv, rev: revOf(row.ct), ct: row.ct }] : [],
      );
      const more = rows.length === most;
      const last = rows.at(-1)?.seq ?? seq;
      // Without a next page everything up to `version` was on this one.
      const at = more ? last : Math.max(version, last);
      return { reset: false, epoch, rows, more, seq: at, wit: { seq: at, token: epoch } };
    },

    /** May be called again before it has answered: what comes is opened at once and stored in its turn. */
    push(items): Promise<PushAnswer> {
      const opened = openAll(context, items);
      const answer = lastPush.then(async () => takeAll(await opened));
      lastPush = answer.catch(() => undefined);
      return answer;
    },
  };
}

interface Taken {
  readonly ok: readonly { readonly id: string; readonly rev: string }[];
  readonly written: number;
  readonly clientLacks: boolean;
}

/** What does not open is refused: the page keeps it, and keeps showing it as not yet synced. */
async function openAll({ keys }: HostContext, items: readonly PushItem[]): Promise<SealedRow[]> {
  const opened = await Promise.all(items.map(({ id, ct }) => openAsRow(keys, id, ct)));
  return opened.flatMap((one) => (one.ok ? [one.value] : []));
}

async function takeIn(
  store: SyncStore,
  context: HostContext,
  good: readonly SealedRow[],
): Promise<Taken> {
  const asked = good.map(({ wire, id }) => ({ wire, id }));
  for (let attempt = 0; attempt < attempts; attempt++) {
    const held = await store.readHeld(null, asked);
    const met = await Promise.all(
      good.map(async (theirs, index) => {
        const mine = held[index]?.row ?? null;
        const met = await meet(mine, theirs, context);
        return { theirs, mine, meeting: typeof met === 'string' ? null : met };
      }),
    );
    const writes = met.flatMap(({ mine, meeting }): SyncWrite[] => {
      // A row the page lacks part of is raised as it is, so that the page's next pull brings it.
      const row = meeting?.write ?? (meeting?.ahead ? mine : null);
      return row ? [{ expect: mine?.lv ?? null, row: sealedPart(row), mark: null }] : [];
    });
    if (writes.length > 0 && !(await store.commit({ peer: self, state: nothing, writes })))
      continue;
    return {
      ok: met.flatMap(({ theirs, meeting }) =>
        meeting ? [{ id: theirs.wire, rev: revOf(theirs.ct) }] : [],
      ),
      written: writes.length,
      clientLacks: met.some(({ meeting }) => meeting?.ahead),
    };
  }
  throw new Error('rows kept changing while a page was pushing them');
}

const sealedPart = ({ id, wire, day, kind, ct }: SealedRow): SealedRow => ({
  id,
  wire,
  day,
  kind,
  ct,
});
