/** What the relay needs of a database. The scripts are the same for each kind of it. */
import type { Script } from './script.ts';

/** A vault has moved to this counter; null when some may have moved unheard, so everybody looks again. */
export type HeadListener = (
  moved: { readonly vault: Uint8Array; readonly seq: number } | null,
) => void;

export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** One statement, of one moment. */
  read<Result>(script: Script<Result>): Promise<Result>;
  /** All of it or nothing, and on the disk when this resolves. */
  write<Result>(script: Script<Result>): Promise<Result>;
  /** Tells every relay on this database, this one included. Lost when the process dies: it is a hint. */
  announce(vault: Uint8Array, seq: number): void;
  onHead(listener: HeadListener): () => void;
  close(): Promise<void>;
}
