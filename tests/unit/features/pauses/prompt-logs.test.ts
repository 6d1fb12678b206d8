import { expect, test } from 'vitest';

import { promptLogs, promptLogsFields } from '#core/features/pauses/prompt-logs.ts';
import { parsePrompts } from '#core/features/pauses/prompt-fields.ts';
import { promptFields } from '#core/features/pauses/serialise-rules.ts';
import { defaultPrompt } from '#core/features/pauses/prompt.ts';

test('what a prompt offers to note is kept beside what times it, and taken back', () => {
  expect(promptLogs(promptLogsFields('movement'))).toBe('movement');
  expect(promptLogs(promptLogsFields(null))).toBeNull();
  expect(promptLogs({})).toBeNull();
  expect(promptLogs({ logs: 5 })).toBeNull();
});

test('the timing does not see it, and a change of the timing leaves it', () => {
  const around = { type: 'anchor', anchor: 'ate', offsetMinutes: 20 } as const;
  const fields = promptFields({ ...defaultPrompt, cadence: around }, 0);
  const stored = { id: 'prompt:main', fields, alive: true };
  const tied = { ...stored, fields: { ...fields, ...promptLogsFields('anchor:a') } };
  expect(parsePrompts([tied])).toEqual(parsePrompts([stored]));
  expect(parsePrompts([tied]).repairs).toEqual([]);
  expect(fields).not.toHaveProperty('logs');
});
