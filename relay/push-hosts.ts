/**
 * Where a push may go. Anybody may name an address for the relay to speak to, so it speaks only to the browsers'
 * push services, and never to a machine of the operator's own network, whatever a name leads to.
 */
import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Chrome and most others; Firefox; Safari; Edge. A star stands for any names in front. */
export const usualHosts: readonly string[] = [
  'fcm.googleapis.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];

export interface PushHosts {
  readonly hosts: readonly string[];
  /** Origin of a push service of the tests, and only of theirs: it may be on this computer, without TLS. */
  readonly standIn: string | null;
}

export function isPushService(endpoint: string, { hosts, standIn }: PushHosts): boolean {
  const url = URL.parse(endpoint);
  if (!url || url.username !== '' || url.password !== '') return false;
  if (url.origin === standIn) return true;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return hosts.some((host) =>
    host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host,
  );
}

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
// Only what is in the public part of IPv6 is outside, and of that not what carries an IPv4 address.
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  return family === 6 && outside.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/** For a connection: it goes to the very address that was looked at, so a name cannot lead elsewhere meanwhile. */
export const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (failure, found) => {
    const addresses = failure ? [] : found.filter(({ address }) => isPublic(address));
    const [first] = addresses;
    if (!first) done(failure ?? new NotPublic(), '', 0);
    else if (options.all === true) (done as DoneWithAll)(null, addresses);
    else done(null, first.address, first.family);
  });
};

type DoneWithAll = (failure: null, addresses: LookupAddress[]) => void;

class NotPublic extends Error {
  readonly code = 'ENOTPUBLIC';
}
