/** One line of JSON an event. The fields are listed here so that no name, address or content gets in. */
import type { Route } from '../src/sync/protocol/routes.ts';

export type LogLine =
  | { readonly event: 'started'; readonly port: number; readonly store: string }
  | { readonly event: 'stopping' | 'stopped' }
  | {
      readonly event: 'request';
      readonly route: Route | 'unknown';
      readonly status: number;
      readonly ms: number;
    }
  /** `error` is the kind of error alone: a database puts values into its sentences. */
  | { readonly event: 'trouble'; readonly where: string; readonly error: string };

export type Log = (line: LogLine) => void;

export const createLog =
  (write: (text: string) => void, wall: () => number): Log =>
  (line) => {
    write(`${JSON.stringify({ time: new Date(wall()).toISOString(), ...line })}\n`);
  };

/** `PostgreSQL 40P01`, `ERR_SQLITE_ERROR`, `TypeError`: what kind of trouble, without its words. */
export function kindOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'unknown';
  return 'code' in failure && typeof failure.code === 'string' ? failure.code : failure.name;
}
