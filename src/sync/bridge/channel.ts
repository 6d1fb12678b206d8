/** The line between the PWA page and the extension's worker, as a shell hands it over. Nothing on it is trusted. */

/** The extension's name among the peers of the page. */
export const bridgePeerName = 'bridge';

export interface Channel {
  /** Never throws: on a channel that is gone it does nothing. */
  send(message: unknown): void;
  /** One listener, set in the turn that hands the channel over: what comes earlier is lost. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the other end goes; not after our own `close()`. */
  onClose(listener: () => void): void;
  close(): void;
}

/** Rejects when nobody is there. */
export type Connect = () => Promise<Channel> | Channel;
