/** Records put into a vault from beside the code, sealed with its own keys: settings, and prompts by the hundred. */
import { type Page } from 'playwright-core';

import { promptKind, promptRecordId } from '#core/features/pauses/prompt-fields.ts';
import { type Prompt } from '#core/features/pauses/prompt.ts';
import { type PauseRules } from '#core/features/pauses/rules.ts';
import { promptFields, serialiseRules } from '#core/features/pauses/serialise-rules.ts';
import { type Json } from '#core/kernel/json.ts';
import { createTie, systemRandom } from '#core/kernel/random.ts';
import { createRec, withFields } from '#core/vault/edit-record.ts';
import { deriveKeys } from '#core/vault/keys.ts';
import { rowOf } from '#core/vault/seal-row.ts';

import { goTo } from './comma.ts';
import { withDatabase } from './database.ts';
import { alwaysWelcome, tell } from './engine.ts';

interface Fields {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, Json>>;
}

export const settingsOf = (fields: Fields['fields']): Fields => ({
  id: 'settings',
  kind: 'settings',
  fields,
});

const promptsOf = (prompts: readonly Prompt[]): Fields[] =>
  prompts.map((prompt, order) => ({
    id: promptRecordId(prompt.id),
    kind: promptKind,
    fields: promptFields(prompt, order),
  }));

/** Everything the person would have decided, in place of what they had. */
export const putRules = (page: Page, rules: PauseRules): Promise<void> =>
  putFields(page, [settingsOf(serialiseRules(rules)), ...promptsOf(rules.prompts)]);

/** The same in a page of the extension, whose engine hears of it. */
export async function keepRules(page: Page, rules: PauseRules): Promise<void> {
  await putRules(page, rules);
  await tell(page, { type: 'rulesChanged' });
}

/** Hours around the clock on every day, and what else is to differ; the page of the extension then stands on Today. */
export async function openHours(page: Page, others: Partial<PauseRules> = {}): Promise<void> {
  await keepRules(page, { ...alwaysWelcome, ...others });
  await goTo(page, 'today');
  await page.reload(); // what is put in from beside the code, no live query sees
  await page.getByText(/Next pause in/).waitFor();
}

/** Each record as a whole, in place of any that bears its name. */
export async function putFields(page: Page, records: readonly Fields[]): Promise<void> {
  const keys = await deriveKeys(Uint8Array.from(await seedOf(page)));
  const at = { wall: Date.now(), tie: createTie(systemRandom) };
  const rows = await Promise.all(
    records.map(async ({ id, kind, fields }) => {
      const row = await rowOf(keys, withFields(createRec(id, kind), fields, at), systemRandom);
      return { ...row, ct: [...row.ct] };
    }),
  );
  await withDatabase(page, (database) =>
    database.evaluate(
      (db, sealed) =>
        new Promise<void>((resolve) => {
          const writing = db.transaction(['rec', 'meta'], 'readwrite');
          const meta = writing.objectStore('meta');
          const got = meta.get('version');
          got.onsuccess = () => {
            let version = (got.result as { value: number } | undefined)?.value ?? 0;
            for (const row of sealed) {
              version += 1;
              const ct = Uint8Array.from(row.ct);
              writing.objectStore('rec').put({ ...row, ct, lv: version });
            }
            meta.put({ key: 'version', value: version });
          };
          writing.oncomplete = () => {
            resolve();
          };
        }),
      rows,
    ),
  );
}

const seedOf = (page: Page): Promise<number[]> =>
  withDatabase(page, (database) =>
    database.evaluate(
      (db) =>
        new Promise<number[]>((resolve) => {
          const read = (): void => {
            const got = db.transaction('meta').objectStore('meta').get('keyring');
            got.onsuccess = () => {
              const kept = got.result as
                { readonly value: { readonly seed: Uint8Array } } | undefined;
              // The tables of a new vault stand a moment before its keys.
              if (kept) resolve([...kept.value.seed]);
              else setTimeout(read, 20);
            };
          };
          read();
        }),
    ),
  );
