/** How a device's sign lies in a record: one for each device, written over each time. */
import type { Json } from '../../kernel/json.ts';
import type { Sign, SignOf } from './events.ts';

export const presenceKind = 'presence';
const prefix = 'presence:';

export const presenceId = (device: string): string => prefix + device;

export const signFields = (sign: Sign | null): Record<string, Json> => ({ sign });

/** Undefined where a device took its sign back, or says what this version does not understand. */
export function parseSign(
  id: string,
  { sign }: Readonly<Record<string, Json>>,
): SignOf | undefined {
  if (!id.startsWith(prefix) || typeof sign !== 'object' || sign === null || Array.isArray(sign))
    return undefined;
  const { turn, at, here, asks } = sign as Record<string, unknown>;
  if (!isCount(turn) || !isInstant(at) || typeof here !== 'boolean') return undefined;
  return {
    device: id.slice(prefix.length),
    ...{ turn, at, here },
    ...(isInstant(asks) && { asks }),
  };
}

/** A count beyond this is nobody's, and one more than it would be the same number again. */
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 52;

const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= 8.64e15;
