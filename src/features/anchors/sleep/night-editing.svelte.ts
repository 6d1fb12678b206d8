import type { Result } from '../../../kernel/result.ts';
import { onLeaving } from '../../../ui/leaving.ts';
import { Autosave } from '../../../vault/autosave.ts';
import type { Change, WriteFailure } from '../../../vault/item.ts';
import { onChange } from '../../../vault/on-change.ts';
import { TextEditing } from '../../../vault/text-editing.svelte.ts';
import type { Vault } from '../../../vault/vault.ts';
import {
  blankNight,
  nightFields,
  nightKind,
  parseNight,
  type ClockName,
  type Night,
} from './night.ts';

export type NightChange = Partial<Omit<Night, 'id' | 'date' | 'enteredAt' | 'source'>>;

interface Fresh {
  readonly id: string;
  readonly date: string;
  readonly zone: string;
}

/** One night in a form. Each answer is saved a moment after it was given; what others add shows up. */
export class NightEditing {
  readonly #vault: Vault;
  readonly #fresh: Fresh;
  readonly #heard: (result: Result<unknown, WriteFailure>) => boolean;
  /** The words about it, joined with what others write there. */
  readonly #comment: TextEditing;
  readonly #autosave = new Autosave<NightChange>((change) => this.#save(change));
  #value = $state.raw<Night>();
  /** Given here, and not in the vault yet. */
  #given = $state.raw<NightChange>({});
  /** As it was when it was opened; null for a night that was not there. */
  #before: Night | null = null;
  #edited = $state(false);

  /** `heard` is told how each save went, and answers whether it was kept. */
  constructor(
    vault: Vault,
    fresh: Fresh,
    heard: (result: Result<unknown, WriteFailure>) => boolean,
  ) {
    this.#vault = vault;
    this.#fresh = fresh;
    this.#heard = heard;
    this.#comment = new TextEditing(vault, { id: fresh.id, kind: nightKind, text: '' }, heard);
  }

  /** Undefined until it is read. */
  get value(): Night | undefined {
    return this.#value;
  }

  /** Something was changed here, and can be undone. */
  get edited(): boolean {
    return this.#edited;
  }

  /** True once everything given is in the vault. */
  get kept(): boolean {
    return Object.keys(this.#given).length === 0;
  }

  edit(change: NightChange): void {
    if (!this.#value) return;
    this.#value = { ...this.#value, ...change };
    this.#given = { ...this.#given, ...change };
    this.#edited = true;
    this.#autosave.edit(this.#given);
  }

  /** Another time: which of two hours it was is asked anew. */
  tell(name: ClockName, told: string | null): void {
    const fold = Object.entries(this.#value?.fold ?? {}).filter(([of]) => of !== name);
    this.edit({ [name]: told, fold: Object.fromEntries(fold) });
  }

  get comment(): string {
    return this.#comment.text;
  }

  write(comment: string): void {
    // The night first: words alone would lie on no day.
    this.edit({});
    this.#comment.edit(comment);
  }

  async flush(): Promise<void> {
    if (!this.kept) this.#autosave.edit(this.#given);
    await this.#autosave.flush();
    await this.#comment.flush();
  }

  /** Everything as it was when the form was opened. */
  async undo(): Promise<void> {
    await this.#autosave.drop();
    await this.#comment.flush();
    this.#given = {};
    const { id } = this.#fresh;
    const stored = await this.#stored();
    if (this.#before === null) {
      const away = { id, kind: nightKind, fate: 'erase' } as const;
      if (stored.isAlive && !this.#heard(await this.#vault.write(away))) return;
    } else if (stored.night) {
      const fields = nightFields(stored.night, this.#before);
      if (!this.#heard(await this.#vault.write({ id, kind: nightKind, fields }))) return;
      if (this.comment.trim() !== this.#before.comment) this.#comment.edit(this.#before.comment);
      await this.#comment.flush();
    }
    this.#edited = false;
    await this.follow();
  }

  /** Follows the vault until the returned function is called, and saves when the page may go. */
  watch(): () => void {
    const stopFollowing = onChange(
      () => this.#vault.db.rec.get(this.#fresh.id),
      () => void this.follow(),
    );
    const stopSaving = onLeaving(() => void this.flush());
    const stopComment = this.#comment.watch();
    return () => {
      stopFollowing();
      stopComment();
      stopSaving();
      void this.flush();
    };
  }

  async #stored(): Promise<{ isAlive: boolean; isErased: boolean; night: Night | null }> {
    const item = await this.#vault.read(this.#fresh.id);
    return {
      isAlive: item?.alive === true,
      isErased: item !== null && !item.alive && Object.keys(item.fields).length === 0,
      night: item && parseNight(item),
    };
  }

  /** Takes on what is in the vault now, unless something given here is not there yet. */
  async follow(): Promise<void> {
    const { isAlive, night } = await this.#stored();
    if (!this.kept) return;
    const { id, date, zone } = this.#fresh;
    const shown = isAlive && night ? night : { ...blankNight(date, zone), id };
    if (!this.#edited) this.#before = isAlive ? night : null;
    this.#value = shown;
  }

  async #save(given: NightChange): Promise<void> {
    const { id, date, zone } = this.#fresh;
    const { isAlive, isErased, night } = await this.#stored();
    const blank = { ...blankNight(date, zone), id, enteredAt: this.#vault.setup.wall() };
    // A night that was put away comes back with what is given now, and with nothing of before.
    const after = { ...(isAlive && night ? night : blank), ...given };
    const fields = { ...(!isAlive && nightFields(null, after)), ...nightFields(night, after) };
    const change: Change = { id, kind: nightKind, fields };
    // An erased record takes no field before it is restored.
    if (
      isErased &&
      !this.#heard(await this.#vault.write({ ...change, fields: {}, fate: 'restore' }))
    )
      return;
    const anew = !isAlive && night ? { fate: 'restore' as const, text: '' } : {};
    if (!this.#heard(await this.#vault.write({ ...change, ...anew }))) return;
    const left = Object.entries(this.#given).filter(
      ([name, value]) => given[name as keyof NightChange] !== value,
    );
    // Some of its own entries.
    this.#given = Object.fromEntries(left);
    if (this.kept) await this.follow();
  }
}
