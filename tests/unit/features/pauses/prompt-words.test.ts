import { expect, test } from 'vitest';

import { promptsIn } from '#core/content/prompts.ts';
import { usualCadences } from '#core/features/pauses/prompt-fields.ts';
import { promptName } from '#core/features/pauses/prompt-words.ts';
import { cadenceTypes, defaultPrompt, mainPromptId } from '#core/features/pauses/prompt.ts';

const words = promptsIn(['en']);

test('prompts without a name are told apart by when they come', () => {
  const names = cadenceTypes.map((type) =>
    promptName({ id: type, name: ' ', cadence: usualCadences[type] }, words),
  );
  expect(new Set([...names, promptName(defaultPrompt, words)]).size).toBe(5);
});

test('its own name goes before everything else', () => {
  expect(promptName({ ...defaultPrompt, id: mainPromptId, name: ' Lunch ' }, words)).toBe('Lunch');
});
