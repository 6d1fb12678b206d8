/** Requests as a stranger would write them, without the client's manners. */
import type { Bytes } from '#core/kernel/bytes.ts';
import { toBase64Url } from '#core/kernel/bytes.ts';
import type { PushItem } from '#core/sync/peer.ts';
import type { RelayAccess } from '#core/sync/relay/ask.ts';

import { seeded } from './seeded.ts';

export interface Raw {
  readonly method?: string;
  readonly body?: Bytes | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function request(
  { origin, vault, token }: RelayAccess,
  what: string,
  { method = 'POST', body, headers = {} }: Raw = {},
): Promise<Response> {
  return fetch(`${origin}/v1/${vault}${what}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body }),
  });
}

export const errorOf = async (answer: Response): Promise<unknown> => {
  const { error } = (await answer.json()) as { error?: unknown };
  return error;
};

const chance = seeded(77);

/** A row of so many bytes, which nobody can open. */
export const item = (size = 300, base: string | null = null, id?: string): PushItem => ({
  id: id ?? toBase64Url(chance.bytes(16)),
  base,
  ct: chance.bytes(size),
});
