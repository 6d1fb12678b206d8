/**
 * What this device keeps about being woken, in `meta`: each device has its own word for it, so it is not synced.
 * Slots and times only: the service worker reads it while the journal is closed.
 */
export interface PhonePrompts {
  /** The name by which the relay knows this device. */
  readonly device: string;
  readonly origin: string;
  readonly vault: string;
  /** Opens this device's wakes at the relay, and no row there. */
  readonly token: string;
  readonly wakes: readonly {
    readonly slot: string;
    /** By which the relay knows this moment. */
    readonly name: string;
    readonly at: number;
  }[];
  /** Names of those that are not planned any more; the relay may not have heard so. */
  readonly off?: readonly string[];
}

export const phonePromptsKey = 'phone-prompts';
/** When a push last arrived, in epoch milliseconds; written by the service worker alone. */
export const lastWakeKey = 'last-wake';
