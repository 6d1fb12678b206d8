/** One of the person's devices, without a browser: a store in memory, keys, and edits as a vault makes them. */
import type { SyncContext } from '#core/sync/engine.ts';
import type { Bodies } from '#core/vault/bodies.ts';
import { createYjsBodies } from '#core/vault/body-text.ts';
import { createRec, withBody } from '#core/vault/edit-record.ts';
import type { VaultKeys } from '#core/vault/keys.ts';
import type { Rec } from '#core/vault/record.ts';
import { openRow } from '#core/vault/open-row.ts';
import { rowOf } from '#core/vault/seal-row.ts';

import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import type { Seeded } from './seeded.ts';

export interface DeviceSetup {
  readonly keys: VaultKeys;
  readonly chance: Seeded;
  readonly wall?: () => number;
  readonly createBodies?: () => Bodies;
  readonly store?: MemoryStore;
}

export class Device {
  readonly store: MemoryStore;
  readonly context: SyncContext;
  /** Saves that found the record changed since they read it. */
  overtaken = 0;

  constructor(setup: DeviceSetup) {
    const { keys, chance, wall = () => 1_000, createBodies = createYjsBodies } = setup;
    this.store = setup.store ?? createMemoryStore();
    this.context = { keys, bodies: createBodies(), random: chance.bytes, wall };
  }

  async read(id: string): Promise<Rec | null> {
    const row = this.store.rows.get(id);
    if (!row) return null;
    const opened = await openRow(this.context.keys, row);
    if (!opened.ok) throw new Error(`a row of our own: ${opened.error.type}`);
    return opened.value;
  }

  /** As a vault writes: on what it read, and once more when that has changed meanwhile. */
  async edit(id: string, change: (rec: Rec, bodies: Bodies) => Rec): Promise<Rec> {
    for (;;) {
      const before = this.store.rows.get(id);
      const rec = (await this.read(id)) ?? createRec(id, 'entry');
      const next = change(rec, this.context.bodies);
      const row = await rowOf(this.context.keys, next, this.context.random);
      if (this.store.write(before?.lv ?? null, row)) return next;
      this.overtaken++;
    }
  }

  /** Saves these words, as the editor does. */
  write(id: string, text: string): Promise<Rec> {
    return this.edit(id, (rec, bodies) => withBody(rec, text, bodies));
  }

  /** Wire ids of rows this peer is not known to hold as they are. */
  dirty(peer: string): string[] {
    return [...this.store.rows.values()].flatMap(({ wire, lv }) => {
      const mark = this.store.marks.get(`${peer} ${wire}`);
      return mark && mark.lv >= lv ? [] : [wire];
    });
  }
}
