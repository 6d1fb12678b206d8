/** A relay in memory with the semantics of the real one: compare-and-set rows and a token per commit. */
import type { PullAnswer, PushAnswer, PushItem, SyncPeer, Witness } from '#core/sync/peer.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import { revOf } from '#core/kernel/revision.ts';

interface RelayRow {
  readonly seq: number;
  readonly rev: string;
  readonly ct: Bytes;
}

interface Tables {
  readonly epoch: string;
  readonly seq: number;
  readonly token: string;
  readonly rows: ReadonlyMap<string, RelayRow>;
  readonly commits: ReadonlyMap<number, string>;
}

export class MemoryRelay {
  #tables: Tables;
  readonly #freshToken: () => string;
  readonly #pageRows: number;
  /** Everything ever stored under a name: what a dishonest relay could bring up again. */
  readonly history = new Map<string, Bytes[]>();

  constructor(freshToken: () => string, pageRows = 500) {
    this.#freshToken = freshToken;
    this.#pageRows = pageRows;
    this.#tables = this.#empty();
  }

  get rows(): ReadonlyMap<string, RelayRow> {
    return this.#tables.rows;
  }

  #empty(): Tables {
    const token = this.#freshToken();
    return {
      epoch: this.#freshToken(),
      seq: 0,
      token,
      rows: new Map(),
      commits: new Map([[0, token]]),
    };
  }

  backup(): Tables {
    return this.#tables;
  }

  restore(tables: Tables): void {
    this.#tables = tables;
  }

  wipe(): void {
    this.#tables = this.#empty();
  }

  /** Damages a stored row, as a failing disk would. */
  damage(id: string, ct: Bytes): void {
    const row = this.#tables.rows.get(id);
    if (!row) throw new Error('no such row to damage');
    const rows = new Map(this.#tables.rows).set(id, { ...row, ct });
    this.#tables = { ...this.#tables, rows };
  }

  pull({ seq, wit }: { seq: number; wit: Witness | null }): PullAnswer {
    const { epoch, token, rows, commits, seq: head } = this.#tables;
    if (wit && commits.get(wit.seq) !== wit.token) return { reset: true, epoch };
    const newer = [...rows]
      .map(([id, row]) => ({ id, ...row }))
      .filter((row) => row.seq > seq)
      .sort((a, b) => a.seq - b.seq);
    const page = newer.slice(0, this.#pageRows);
    return {
      reset: false,
      epoch,
      rows: page,
      more: newer.length > page.length,
      seq: page.at(-1)?.seq ?? seq,
      wit: { seq: head, token },
    };
  }

  push(items: readonly PushItem[]): PushAnswer {
    const { epoch, seq: from, rows: before } = this.#tables;
    const rows = new Map(before);
    let seq = from;
    const ok: { id: string; rev: string }[] = [];
    const conflicts: { id: string; rev: string; ct: Bytes }[] = [];
    for (const { id, base, ct } of items) {
      const rev = revOf(ct);
      const stored = rows.get(id);
      if (stored && stored.rev !== rev && stored.rev !== base) {
        conflicts.push({ id, rev: stored.rev, ct: stored.ct });
        continue;
      }
      ok.push({ id, rev });
      if (stored?.rev === rev) continue;
      rows.set(id, { seq: ++seq, rev, ct });
      this.history.set(id, [...(this.history.get(id) ?? []), ct]);
    }
    const token = this.#freshToken();
    const commits = new Map(this.#tables.commits).set(seq, token);
    if (seq > from) this.#tables = { epoch, seq, token, rows, commits };
    return { epoch, ok, conflicts, from, wit: { seq, token: this.#tables.token } };
  }

  peer(name = 'relay'): SyncPeer {
    return {
      name,
      batchRows: this.#pageRows,
      pull: (at) => Promise.resolve(this.pull(at)),
      push: (items) => Promise.resolve(this.push(items)),
      onChange: () => () => undefined,
    };
  }
}
