/** What a person decides about their pauses, kept: only the fields that changed, so two devices may decide two things at once. */
import type { Json } from '../kernel/json.ts';
import { createId } from '../kernel/random.ts';
import type { Imported } from '../features/pauses/imports/imported.ts';
import { promptKind, promptRecordId } from '../features/pauses/prompt-fields.ts';
import type { Prompt } from '../features/pauses/prompt.ts';
import { promptOfRepair } from '../features/pauses/repair-words.ts';
import type { PauseRules } from '../features/pauses/rules.ts';
import { promptFields, serialiseRules } from '../features/pauses/serialise-rules.ts';
import type { RuleRepair } from '../features/pauses/stored-fields.ts';
import type { Change } from '../vault/item.ts';
import { settingsId } from '../vault/settings-record.ts';
import type { Comma } from './comma.svelte.ts';

type Fields = Record<string, Json>;

/** Each answers whether it was kept; if not, a banner says why. */
export class RuleChanges {
  readonly #comma: Comma;

  constructor(comma: Comma) {
    this.#comma = comma;
  }

  /** Everything but the prompts. A day off that is gone from `after` is taken back. */
  async rules(after: PauseRules, before: PauseRules = this.#comma.pauses.rules): Promise<boolean> {
    const [was, is] = [serialiseRules(before), serialiseRules(after)];
    const gone = Object.keys(was).filter((name) => !(name in is));
    const fields = { ...changed(was, is), ...Object.fromEntries(gone.map((name) => [name, null])) };
    return this.#told(await this.#comma.settings.set(fields));
  }

  prompt(before: Prompt, after: Prompt): Promise<boolean> {
    const fields = changed(promptFields(before), promptFields(after));
    return this.#write({ ...recordOf(after.id), fields });
  }

  /** Stands behind the others. */
  async add(prompt: Omit<Prompt, 'id'>): Promise<string | null> {
    const id = createId(this.#comma.ports.random);
    const order = this.#comma.pauses.rules.prompts.length;
    const kept = await this.#write(...this.#inOrder(this.#comma.pauses.rules.prompts), {
      ...recordOf(id),
      fields: promptFields({ ...prompt, id }, order),
    });
    return kept ? id : null;
  }

  /** The first one comes first when two are due. */
  reorder(prompts: readonly Prompt[]): Promise<boolean> {
    return this.#write(...this.#inOrder(prompts));
  }

  /** What stands in for settings that made no sense is from now on what was decided. */
  accept(repairs: readonly RuleRepair[]): Promise<boolean> {
    const { prompts } = this.#comma.pauses.rules;
    const records = Map.groupBy(repairs, (repair) => promptOfRepair(prompts, repair));
    return this.#write(
      ...[...records].map(([prompt, theirs]): Change => {
        const record = prompt ? recordOf(prompt.id) : { id: settingsId, kind: 'settings' };
        const named = prompt ? record.id.length + 1 : 0;
        const fields = theirs.map(({ field, used }) => [field.slice(named), used]);
        return { ...record, fields: Object.fromEntries(fields) as Fields };
      }),
    );
  }

  remove({ id }: Prompt): Promise<boolean> {
    return this.#write({ ...recordOf(id), fate: 'forget' });
  }

  bringBack({ id }: Prompt): Promise<boolean> {
    return this.#write({ ...recordOf(id), fate: 'restore' });
  }

  /** All of it or nothing, in front of the prompts there are, which are turned off; answers what takes it back. */
  async takeOver({ prompts, rules }: Imported): Promise<(() => Promise<boolean>) | null> {
    const before = this.#comma.pauses.rules;
    const [was, is] = [serialiseRules(before), serialiseRules({ ...before, ...rules })];
    const fields = changed(was, is);
    const added = prompts.map((prompt) => ({
      ...prompt,
      id: createId(this.#comma.ports.random),
    }));
    const known = added.length > 0 ? before.prompts : [];
    const settings = (values: Fields): Change[] =>
      Object.keys(values).length > 0 ? [{ id: settingsId, kind: 'settings', fields: values }] : [];
    const kept = await this.#write(
      ...added.map((prompt, order) => ({
        ...recordOf(prompt.id),
        fields: promptFields(prompt, order),
      })),
      ...known.map(({ id }, order) => ({
        ...recordOf(id),
        fields: { on: false, order: added.length + order },
      })),
      ...settings(fields),
    );
    const earlier = Object.fromEntries(
      Object.keys(fields).map((name) => [name, was[name] ?? null]),
    );
    const undo = (): Promise<boolean> =>
      this.#write(
        ...added.map(({ id }): Change => ({ ...recordOf(id), fate: 'forget' })),
        ...known.map(({ id, on }, order) => ({ ...recordOf(id), fields: { on, order } })),
        ...settings(earlier),
      );
    return kept ? undo : null;
  }

  #inOrder(prompts: readonly Prompt[]): Change[] {
    return prompts.map(({ id }, order) => ({ ...recordOf(id), fields: { order } }));
  }

  async #write(...changes: readonly Change[]): Promise<boolean> {
    return this.#told(await this.#comma.ahead.write(...changes));
  }

  async #told(result: Parameters<Comma['kept']>[0]): Promise<boolean> {
    const kept = this.#comma.kept(result);
    if (kept) await this.#comma.pauses.tell({ type: 'rulesChanged' });
    return kept;
  }
}

const recordOf = (id: string): { id: string; kind: string } => ({
  id: promptRecordId(id),
  kind: promptKind,
});

const changed = (before: Fields, after: Fields): Fields =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
    ),
  );
