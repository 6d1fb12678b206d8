/** The far end of a raw transfer: keeps what comes in memory, or in one plain table, and gives it back. */
import { fromBase64, toBase64 } from '../page/base64.ts';
import { SealedDatabase, type SealedEntry } from '../page/sealed-table.ts';
import type { Asked } from '../page/raw-transfer.ts';

const db = new SealedDatabase();
let batches: SealedEntry[][] = [];

async function answer(asked: Asked): Promise<string> {
  if (asked.type === 'clear') {
    batches = [];
    await db.sealed.clear();
  }
  if (asked.type === 'put') {
    const rows = asked.rows.map(([id, ct]): SealedEntry => ({ id, ct: fromBase64(ct) }));
    batches.push(rows);
    if (asked.keep) await db.sealed.bulkPut(rows);
  }
  if (asked.type === 'get')
    return JSON.stringify((batches[asked.batch] ?? []).map(({ id, ct }) => [id, toBase64(ct)]));
  return '"ok"';
}

chrome.runtime.onConnectExternal.addListener((port) => {
  port.onMessage.addListener((text: string) => {
    void answer(JSON.parse(text) as Asked).then((said) => {
      port.postMessage(said);
    });
  });
});
