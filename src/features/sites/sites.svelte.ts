import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { Change, WriteFailure } from '../../vault/item.ts';
import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import type { Row } from '../../vault/row.ts';
import type { Vault } from '../../vault/vault.ts';
import type { SiteAddress } from './address.ts';
import { parseSites, siteFields, siteKind, siteRecordId, type Site } from './site.ts';

/** The sites a person wants a pause before. */
export class SitesState {
  readonly #vault: Vault;
  readonly #sites: Live<readonly Site[] | null>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#sites = live(
      () => this.#rows(),
      async (rows) => parseSites(await vault.openRows(rows)),
      null,
    );
  }

  /** Null until it is known. */
  get list(): readonly Site[] | null {
    return this.#sites.current;
  }

  add(site: Omit<Site, 'id'>): Promise<Result<unknown, WriteFailure>> {
    const { random, wall } = this.#vault.setup;
    return this.#vault.write({
      ...recordOf(createId(random)),
      fields: { ...siteFields(site), created: wall() },
    });
  }

  change(
    { id }: Site,
    change: Partial<Pick<Site, 'reason' | 'minutes'>>,
  ): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ ...recordOf(id), fields: siteFields(change) });
  }

  /** Leaves no word of it behind, nor of the same site added on another device. */
  async remove(site: SiteAddress): Promise<Result<unknown, WriteFailure>> {
    const items = await this.#vault.openRows(await this.#rows());
    const same = items.filter(
      ({ fields }) => fields['host'] === site.host && fields['port'] === site.port,
    );
    return this.#vault.write(
      ...same.map(({ id }): Change => ({ id, kind: siteKind, fate: 'erase' })),
    );
  }

  #rows(): Promise<Row[]> {
    return this.#vault.db.rec.where('[kind+day]').equals([siteKind, '']).toArray();
  }
}

const recordOf = (id: string): { id: string; kind: string } => ({
  id: siteRecordId(id),
  kind: siteKind,
});
