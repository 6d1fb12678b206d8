/** One entry written, one page of entries opened: the vault beside a plain table with the same durability. */
import { FloorDatabase } from '../floor/table.ts';
import { fieldsOf, lineOf } from './entries.ts';
import { readNewest } from './newest.ts';
import { openVault } from './seed.ts';

export interface Micro {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Taken in turns, so that a busy moment meets both. */
async function inTurns(
  times: number,
  ours: (turn: number) => Promise<unknown>,
  floor: (turn: number) => Promise<unknown>,
): Promise<Micro> {
  const taken = { ours: [] as number[], floor: [] as number[] };
  for (let turn = 0; turn < times; turn++) {
    taken.ours.push(await timed(() => ours(turn)));
    taken.floor.push(await timed(() => floor(turn)));
  }
  return taken;
}

export async function writeOne(times: number): Promise<Micro> {
  const vault = await openVault();
  const plain = new FloorDatabase();
  const now = Date.now();
  return inTurns(
    times,
    (turn) =>
      vault.write({
        id: `entry:micro-${turn}`,
        kind: 'entry',
        fields: fieldsOf(turn, now),
        text: lineOf(turn),
      }),
    (turn) =>
      plain.entry.put({ id: `micro-${turn}`, at: now, day: '2026-11-22', text: lineOf(turn) }),
  );
}

/** A vault that has not opened these rows before: nothing is kept open from the last turn. */
export async function openPage(times: number, rows: number): Promise<Micro> {
  const vaults = await Promise.all(Array.from({ length: times }, openVault));
  const plain = new FloorDatabase();
  await plain.open();
  return inTurns(
    times,
    async (turn) => {
      const vault = vaults[turn];
      if (vault) await readNewest(vault, rows);
    },
    () => plain.entry.orderBy('day').reverse().limit(rows).toArray(),
  );
}
