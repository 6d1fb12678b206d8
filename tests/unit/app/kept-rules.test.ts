import { expect, test } from 'vitest';

import { KeptRules } from '#core/app/kept-rules.ts';
import { promptRecordId } from '#core/features/pauses/prompt-fields.ts';
import { mainPromptId } from '#core/features/pauses/prompt.ts';
import { testVault } from '../../support/vault.ts';

const names = async (kept: KeptRules): Promise<string[]> =>
  (await kept.current()).rules.prompts.map(({ id, name }) => name || id);

test('the first prompt is there before anybody wrote it, and gone once it is removed', async () => {
  const vault = await testVault();
  const kept = new KeptRules(vault);
  expect(await names(kept)).toEqual([mainPromptId]);
  const main = { id: promptRecordId(mainPromptId), kind: 'prompt' };
  await vault.write({ ...main, fields: { name: 'Stand up' } });
  expect(await names(kept)).toEqual(['Stand up']);
  await vault.write({ ...main, fate: 'forget' });
  expect(await names(kept)).toEqual([]);
  await vault.write({ ...main, fate: 'restore' });
  expect(await names(kept)).toEqual(['Stand up']);
});
