/** What a shell must bring: the few things that only a browser extension or a page can do. */

export interface Clock {
  /** Epoch milliseconds, as the person's clock shows them. */
  wall(): number;
  /** Milliseconds that never go back while this context lives. */
  mono(): number;
  /** IANA name of where the person is now. */
  zone(): string;
}

/** What the surfaces of a pause can be on this platform, loudest last. */
export type Surface = 'badge' | 'popup' | 'window' | 'notification' | 'banner';

export interface Chime {
  play(): Promise<void>;
}
