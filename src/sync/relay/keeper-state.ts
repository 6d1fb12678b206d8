/** What is told of a vault and its relay, to be shown. */
import type { RelayTrouble } from './trouble.ts';

export interface KeeperState {
  /** Null while this device uses no relay. */
  readonly origin: string | null;
  readonly working: boolean;
  /** Epoch milliseconds of the last complete round. */
  readonly lastOk: number | null;
  readonly trouble: RelayTrouble | null;
  /** The relay that the journal came from, which holds it until the other devices have come along. */
  readonly from: string | null;
  /** The relay to which the journal was moved on another device, while this one cannot go there. */
  readonly elsewhere: string | null;
}

export const noRelay: KeeperState = {
  origin: null,
  working: false,
  lastOk: null,
  trouble: null,
  from: null,
  elsewhere: null,
};
