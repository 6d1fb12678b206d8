/**
 * What a backup holds: every record whole, so that bringing it back is a union like any other, as JSON that a
 * person can read once the file is opened (`age-file.ts` seals it).
 */
import { fromBase64Url, toBase64Url, utf8, textOf, type Bytes } from '../../kernel/bytes.ts';
import { isObject } from '../../kernel/read.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Rec } from '../record.ts';
import { parseRec, serialiseRec } from '../record-json.ts';
import type { Row } from '../row.ts';
import type { Vault } from '../vault.ts';

const format = 'comma-backup';
const version = 1;

/** A row that did not open when the backup was made: only keys that were lost meanwhile may open it. */
type SealedRow = Pick<Row, 'wire' | 'ct'>;

export interface Backup {
  /** Epoch milliseconds; null when the file does not say. */
  readonly saved: number | null;
  readonly records: readonly Rec[];
  readonly sealed: readonly SealedRow[];
  /** Members of the file that are no records, of a hand that changed it or of a later Comma. */
  readonly strange: number;
}

/** A row a line, so that the opened file can be searched by ordinary tools. */
export async function writeBackup(vault: Vault, saved: number): Promise<Bytes> {
  const records: string[] = [];
  const sealed: string[] = [];
  for (const row of await vault.db.rec.toArray()) {
    const rec = await vault.openRec(row);
    if (rec) records.push(JSON.stringify(memberOf(rec)));
    else sealed.push(JSON.stringify({ wire: row.wire, ct: toBase64Url(row.ct) }));
  }
  const head = JSON.stringify({ format, version, saved: new Date(saved).toISOString() });
  return utf8(
    `${head.slice(0, -1)},"records":[\n${records.join(',\n')}\n],"sealed":[\n${sealed.join(',\n')}\n]}\n`,
  );
}

const memberOf = (rec: Rec): unknown => ({
  record: serialiseRec(rec),
  ...(rec.body && { body: toBase64Url(rec.body) }),
});

export type BackupFailure =
  | 'not-a-backup'
  /** A later Comma made it, in a form this one does not know. */
  | 'newer';

export function readBackup(bytes: Bytes): Result<Backup, BackupFailure> {
  let json: unknown;
  try {
    json = JSON.parse(textOf(bytes));
  } catch {
    return err('not-a-backup');
  }
  if (!isObject(json) || json['format'] !== format) return err('not-a-backup');
  const { version: made, saved, records, sealed = [] } = json;
  if (typeof made === 'number' && made > version) return err('newer');
  if (made !== version || !Array.isArray(records) || !Array.isArray(sealed))
    return err('not-a-backup');
  const read = records.flatMap((member: unknown) => attempted(() => recOf(member)));
  const closed = sealed.flatMap((member: unknown) => attempted(() => sealedOf(member)));
  const at = typeof saved === 'string' ? Date.parse(saved) : NaN;
  return ok({
    saved: Number.isNaN(at) ? null : at,
    records: read,
    sealed: closed,
    strange: records.length + sealed.length - read.length - closed.length,
  });
}

/** One bad member costs none of the others. */
function attempted<Value>(read: () => Value | undefined): Value[] {
  try {
    const value = read();
    return value === undefined ? [] : [value];
  } catch {
    return []; // broken base64 throws
  }
}

function recOf(member: unknown): Rec | undefined {
  if (!isObject(member)) return undefined;
  const { record, body = '' } = member;
  return typeof body === 'string' ? parseRec(record, fromBase64Url(body)) : undefined;
}

function sealedOf(member: unknown): SealedRow | undefined {
  if (!isObject(member)) return undefined;
  const { wire, ct } = member;
  if (typeof wire !== 'string' || typeof ct !== 'string') return undefined;
  return { wire, ct: fromBase64Url(ct) };
}
