import type { Stored } from '../../../kernel/stored.ts';
import { figuresOf, type Figures } from './figures.ts';
import { parseNight, type Night } from './night.ts';

export interface KnownNight {
  readonly night: Night;
  readonly figures: Figures;
}

export const knownNight = (night: Night): KnownNight => ({ night, figures: figuresOf(night) });

/** A record at one version of it. */
interface Versioned extends Stored {
  readonly lv: number;
  readonly alive: boolean;
}

/** Works out each version of a record once: a year of nights is shown again with every change to one of them. */
export class KnownNights {
  readonly #kept = new Map<string, { readonly lv: number; readonly known: KnownNight | null }>();

  /** Null for a night that is not there any more, or cannot be read. */
  of(record: Versioned): KnownNight | null {
    const kept = this.#kept.get(record.id);
    if (kept?.lv === record.lv) return kept.known;
    const night = record.alive ? parseNight(record) : null;
    const known = night && knownNight(night);
    this.#kept.set(record.id, { lv: record.lv, known });
    return known;
  }
}
