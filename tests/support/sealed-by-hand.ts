/** Seals any bytes under the real key, as only somebody who holds it could. */
import { deflateSync } from 'fflate';

import { concat, utf8, type Bytes } from '#core/kernel/bytes.ts';
import { packColumns } from '#core/vault/columns.ts';
import type { VaultKeys } from '#core/vault/keys.ts';
import type { Rec } from '#core/vault/record.ts';
import { serialiseRec } from '#core/vault/record-json.ts';

export async function sealByHand(keys: VaultKeys, wire: string, plain: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = utf8(`comma1|${keys.vault}|${wire}|${keys.epoch}`);
  const cipher = { name: 'AES-GCM', iv, additionalData };
  const sealed = await crypto.subtle.encrypt(cipher, keys.data, plain);
  return concat(Uint8Array.of(1), iv, new Uint8Array(sealed));
}

export const counted = (bytes: Bytes): Bytes => {
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, bytes.length);
  return concat(count, bytes);
};

/** The packed record, as every Comma wrote it. */
export const packedByHand = (rec: Rec): Bytes =>
  counted(
    deflateSync(
      concat(counted(utf8(JSON.stringify(serialiseRec(rec)))), rec.body ?? new Uint8Array()),
    ),
  );

/** As a Comma of before 27 November 2026 sealed it: nothing but padding behind the record. */
export const sealedWithoutColumns = (keys: VaultKeys, wire: string, rec: Rec): Promise<Bytes> =>
  sealByHand(keys, wire, concat(packedByHand(rec), new Uint8Array(64)));

/** A seal that tells the columns of one record and holds another. */
export const sealedAs = (keys: VaultKeys, wire: string, told: Rec, packed: Bytes): Promise<Bytes> =>
  sealByHand(keys, wire, concat(packed, packColumns(told), new Uint8Array(64)));
