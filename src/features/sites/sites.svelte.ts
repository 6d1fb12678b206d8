import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { Ahead } from '../../vault/ahead.svelte.ts';
import type { Change, WriteFailure } from '../../vault/item.ts';
import { rowsOf } from '../../vault/rows-of.ts';
import type { Vault } from '../../vault/vault.ts';
import { daysView } from '../../vault/view.ts';
import type { SiteAddress } from './address.ts';
import { parseSites, siteFields, siteKind, siteRecordId, type Site } from './site.ts';

const sitesView = daysView(siteKind, '', '');

/** The sites a person wants a pause before. */
export class SitesState {
  readonly #vault: Vault;
  readonly #ahead: Ahead;
  readonly #list: readonly Site[] | null;

  constructor(vault: Vault, ahead: Ahead) {
    this.#vault = vault;
    this.#ahead = ahead;
    const kept = ahead.follow([sitesView], null);
    this.#list = $derived(kept.current && parseSites(kept.current));
  }

  /** Null until it is known. */
  get list(): readonly Site[] | null {
    return this.#list;
  }

  add(site: Omit<Site, 'id'>): Promise<Result<unknown, WriteFailure>> {
    const { random, wall } = this.#vault.setup;
    return this.#ahead.write({
      ...recordOf(createId(random)),
      fields: { ...siteFields(site), created: wall() },
    });
  }

  change(
    { id }: Site,
    change: Partial<Pick<Site, 'reason' | 'minutes'>>,
  ): Promise<Result<unknown, WriteFailure>> {
    return this.#ahead.write({ ...recordOf(id), fields: siteFields(change) });
  }

  /** Leaves no word of it behind, nor of the same site added on another device. */
  async remove(site: SiteAddress): Promise<Result<unknown, WriteFailure>> {
    const items = await this.#vault.openRows(await rowsOf(this.#vault.db, [sitesView]));
    const same = items.filter(
      ({ fields }) => fields['host'] === site.host && fields['port'] === site.port,
    );
    return this.#ahead.write(
      ...same.map(({ id }): Change => ({ id, kind: siteKind, fate: 'erase' })),
    );
  }
}

const recordOf = (id: string): { id: string; kind: string } => ({
  id: siteRecordId(id),
  kind: siteKind,
});
