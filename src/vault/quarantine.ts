/** Rows that did not open, kept as they are for a later Comma that may open them. */
import type { Bytes } from '../kernel/bytes.ts';
import type { QuarantinedRow, VaultDatabase } from './database.ts';
import type { Row } from './row.ts';

/** Where rows of this vault itself are said to come from. */
const here = 'here';

/**
 * Of what comes from elsewhere (chosen): far more than a newer Comma writes before this one is updated too, and little
 * beside a journal. What there is no room for stays with its peer, and is met again with the next audit.
 */
export const mostAside = { rows: 1_000, bytes: 16_000_000 } as const;

/** Notes a row of this vault that does not open. The row itself stays where it is, untouched. */
export async function setAside(db: VaultDatabase, row: Row): Promise<void> {
  await db.quar.put({ peer: here, wire: row.wire, rev: `lv${row.lv}`, ct: row.ct });
}

/** Keeps rows of a peer as far as there is room; call inside a write transaction. */
export async function setAsideFrom(
  db: VaultDatabase,
  rows: readonly QuarantinedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const kept = (await db.quar.toArray()).filter(({ peer }) => peer !== here);
  await db.quar.bulkPut(withinReach(kept, rows));
}

interface AsideRow {
  readonly peer: string;
  readonly wire: string;
  readonly ct: Bytes;
}

/** Those of `rows` for which there is room beside what is kept, whose rows of the same name they replace. */
export function withinReach<Aside extends AsideRow>(
  kept: readonly AsideRow[],
  rows: readonly Aside[],
): Aside[] {
  const sizes = new Map(kept.map((row) => [nameOf(row), row.ct.length]));
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return rows.filter((row) => {
    const name = nameOf(row);
    const more = row.ct.length - (sizes.get(name) ?? 0);
    if (!sizes.has(name) && sizes.size >= mostAside.rows) return false;
    if (more > 0 && bytes + more > mostAside.bytes) return false;
    sizes.set(name, row.ct.length);
    bytes += more;
    return true;
  });
}

const nameOf = ({ peer, wire }: AsideRow): string => `${peer} ${wire}`;
