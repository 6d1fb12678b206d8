/** The same sealed bytes over the same kind of port, batch by batch and acknowledged, with nothing else done. */
import { fromBase64, toBase64 } from './base64.ts';
import { SealedDatabase, type SealedEntry } from './sealed-table.ts';

export type Asked =
  | { readonly type: 'clear' }
  | {
      readonly type: 'put';
      readonly keep: boolean;
      readonly rows: readonly (readonly [id: string, ct: string])[];
    }
  | { readonly type: 'get'; readonly batch: number };

/** As many rows as the product sends at once. */
const batchRows = 2_000;

export interface RawTimes {
  readonly out: number;
  readonly back: number;
}

/** Milliseconds to hand every row over and to fetch every row again; `keep` puts each batch in a plain table. */
export async function rawTransfer(
  extension: string,
  rows: readonly SealedEntry[],
  keep: boolean,
): Promise<RawTimes> {
  const port = chrome.runtime.connect(extension, { name: 'floor' });
  const ask = (asked: Asked): Promise<string> =>
    new Promise((resolve) => {
      port.onMessage.addListener(function hear(text: string) {
        port.onMessage.removeListener(hear);
        resolve(text);
      });
      port.postMessage(JSON.stringify(asked));
    });
  const db = new SealedDatabase();
  await db.sealed.clear();
  await ask({ type: 'clear' });

  const begun = performance.now();
  for (let at = 0; at < rows.length; at += batchRows) {
    const batch = rows.slice(at, at + batchRows);
    await ask({
      type: 'put',
      keep,
      rows: batch.map(({ id, ct }) => [id, toBase64(ct)]),
    });
  }
  const there = performance.now();
  for (let batch = 0; batch * batchRows < rows.length; batch++) {
    const got = JSON.parse(await ask({ type: 'get', batch })) as [string, string][];
    const fetched = got.map(([id, ct]): SealedEntry => ({ id, ct: fromBase64(ct) }));
    if (keep) await db.sealed.bulkPut(fetched);
  }
  const back = performance.now();
  port.disconnect();
  db.close();
  return { out: there - begun, back: back - there };
}
