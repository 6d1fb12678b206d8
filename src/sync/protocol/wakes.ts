/** When a device asks to be woken: the relay knows the moments and an address, and nothing of what for. */
import { longestWait, mostWakes } from './limits.ts';
import { bytesAsText, countFrom, either, list, object, text, tuple } from './shape.ts';

export const deviceName = bytesAsText(16, 'A device, by a name that it drew at random.');
const wakeName = bytesAsText(
  16,
  'One moment. The same on each device of a vault, so that whichever has answered it can cancel it.',
);

/** What a browser's subscription is made of; `endpoint` belongs to its push service. */
const subscriptionShape = object({
  endpoint: text(/^https?:\/\/[\x21-\x7e]{1,1000}$/, 'The address at the push service.'),
  p256dh: bytesAsText(65, 'The public key of the subscription, uncompressed.'),
  auth: bytesAsText(16, 'The secret of the subscription.'),
});

/** From now on, so that a device whose clock is off is woken all the same. */
const wait = countFrom(0, longestWait);

const plan = { subscription: subscriptionShape, wakes: list(tuple(wakeName, wait), mostWakes) };
const ownHash = bytesAsText(
  32,
  "SHA-256 of the device's own token, which from now on opens this device's wakes and nothing else.",
);

/** Without a hash the device keeps the token that it has. */
export const wakesShape = either(object(plan), object({ ...plan, own: ownHash }));
export const cancelShape = object({ names: list(wakeName, mostWakes) });
/** What a subscription has to be made with. */
export const pushKeyShape = object({
  key: bytesAsText(65, 'The public key of this relay (VAPID), uncompressed.'),
});

export interface Wake {
  readonly name: string;
  /** Milliseconds from now. */
  readonly wait: number;
}

export interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface DeviceWakes {
  readonly subscription: Subscription;
  readonly wakes: readonly Wake[];
  /** SHA-256 of the token that opens this device's wakes alone, in base64url. */
  readonly own?: string;
}

export const serialiseWakes = ({ subscription, wakes, own }: DeviceWakes): string =>
  JSON.stringify({ subscription, wakes: wakes.map(({ name, wait }) => [name, wait]), own });

export function readWakes(value: unknown): DeviceWakes | undefined {
  const read = wakesShape.read(value);
  if (!read) return undefined;
  const wakes = read.wakes.map(([name, wait]) => ({ name, wait }));
  const { subscription } = read;
  return 'own' in read ? { subscription, wakes, own: read.own } : { subscription, wakes };
}
