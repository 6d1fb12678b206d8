import type { Result } from '../kernel/result.ts';
import type { OpenFailure } from './envelope.ts';
import type { VaultKeys } from './keys.ts';
import { open } from './open.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';

export const openRow = (
  keys: VaultKeys,
  row: Pick<Row, 'wire' | 'ct'>,
): Promise<Result<Rec, OpenFailure>> => open(keys, row.wire, row.ct);
