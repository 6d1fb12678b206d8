/** Whom a request comes from, for rate limits only: it is never stored and never written to a log. */
import { isIPv6 } from 'node:net';

/** A household has one IPv6 network of 64 bits, and as many addresses in it as it likes. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [front = '', back] = plain.split('::');
  const ahead = front.split(':').filter(Boolean);
  const behind = (back ?? '').split(':').filter(Boolean);
  const zeros = back === undefined ? 0 : 8 - ahead.length - behind.length;
  const groups = [...ahead, ...Array.from({ length: zeros }, () => '0'), ...behind];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * `proxies` of our own stand in front, each of which adds to the end of the header whom it heard from; what
 * stands further in front of that anybody could have written.
 */
export function callerOf(remote: string, forwarded: string | undefined, proxies: number): string {
  if (proxies === 0 || forwarded === undefined) return network(remote);
  const heard = forwarded.split(',').map((part) => part.trim());
  return network(heard.at(-proxies) ?? heard[0] ?? remote);
}
