import canonicalize from 'canonicalize';

import { createId, type Random } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { WriteFailure } from '../../vault/item.ts';
import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import { createSigner, nameFor, sign } from '../../vault/signatures.ts';
import type { Signer } from '../../vault/signer.ts';
import type { Vault } from '../../vault/vault.ts';
import {
  draftFields,
  draftKind,
  draftRecordId,
  emptyDraft,
  fileOf,
  parseDraft,
  type PackDraft,
} from './draft.ts';
import { signedBytes } from './packs.svelte.ts';
import { parseSigner, signerKind, signerRecordId } from './signer-record.ts';

/** Packs of the person's own, as they are being written, and the key that they sign with. */
export class DraftsState {
  readonly #vault: Vault;
  readonly #drafts: Live<readonly PackDraft[] | null>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#drafts = live(
      () => vault.db.rec.where('[kind+day]').equals([draftKind, '']).toArray(),
      async (rows) =>
        (await vault.openRows(rows)).flatMap((item) =>
          item.alive ? (parseDraft(item) ?? []) : [],
        ),
      null,
    );
  }

  /** Null until they are known. */
  get all(): readonly PackDraft[] | null {
    return this.#drafts.current;
  }

  async read(id: string): Promise<PackDraft | null> {
    const item = await this.#vault.read(draftRecordId(id));
    return item?.alive ? parseDraft(item) : null;
  }

  /** The id of a new one. */
  async begin(): Promise<Result<string, WriteFailure>> {
    const id = createId(this.#vault.setup.random);
    const begun = await this.write(emptyDraft(id));
    return begun.ok ? ok(id) : begun;
  }

  write(draft: PackDraft): Promise<Result<unknown, WriteFailure>> {
    const id = draftRecordId(draft.id);
    return this.#vault.write({ id, kind: draftKind, fields: draftFields(draft) });
  }

  /** The answer brings it back. */
  async remove(
    id: string,
  ): Promise<Result<() => Promise<Result<unknown, WriteFailure>>, WriteFailure>> {
    const change = { id: draftRecordId(id), kind: draftKind };
    const removed = await this.#vault.write({ ...change, fate: 'forget' });
    return removed.ok ? ok(() => this.#vault.write({ ...change, fate: 'restore' })) : removed;
  }

  /** The key that the person signed with before, on any of their devices. */
  async signer(): Promise<Signer | null> {
    const item = await this.#vault.read(signerRecordId);
    return item?.alive ? parseSigner(item) : null;
  }

  /** Null where the browser has no Ed25519. */
  async newSigner(): Promise<Result<Signer | null, WriteFailure>> {
    const signer = await createSigner();
    if (!signer) return ok(null);
    const written = await this.#vault.write({
      ...{ id: signerRecordId, kind: signerKind },
      // One field: halves of two devices' keys would be no key.
      fields: { signer: { ...signer } },
    });
    return written.ok ? ok(signer) : written;
  }
}

/** The id of a practice, a deck or a line within a pack. */
export const newItemId = <Kind extends 'practice' | 'deck' | 'line'>(
  random: Random,
  kind: Kind,
): `${Kind}-${string}` =>
  `${kind}-${Array.from(random(5), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** One more than before when it says something else than when it was last handed over. */
export async function nextEdition(draft: PackDraft): Promise<PackDraft> {
  const said = await nameFor(canonicalize({ ...fileOf(draft), edition: 0 }) ?? '');
  if (draft.handed === said) return draft;
  return { ...draft, handed: said, edition: draft.edition + (draft.handed === '' ? 0 : 1) };
}

/** With the signature; null where the browser cannot sign. */
export async function signedFile(file: object, signer: Signer): Promise<object | null> {
  const sig = await sign(signer, signedBytes({ ...file }));
  return sig === null ? null : { ...file, signature: { alg: 'Ed25519', key: signer.key, sig } };
}
