import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Autosave } from '#core/vault/autosave.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function setupAutosave(): { saved: string[]; autosave: Autosave<string> } {
  const saved: string[] = [];
  const autosave = new Autosave<string>((text) => {
    saved.push(text);
    return Promise.resolve();
  });
  return { saved, autosave };
}

test('what was typed is saved 800 ms after the last key', async () => {
  const { saved, autosave } = setupAutosave();
  autosave.edit('a');
  await vi.advanceTimersByTimeAsync(799);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual(['a']);
});

test('typing without a rest is saved once a second', async () => {
  const { saved, autosave } = setupAutosave();
  for (let key = 1; key <= 30; key++) {
    autosave.edit('x'.repeat(key));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved.length).toBeGreaterThanOrEqual(2);
  expect(saved.at(-1)?.length).toBeGreaterThanOrEqual(20);
});

test('leaving saves at once, and dropping saves nothing', async () => {
  const { saved, autosave } = setupAutosave();
  autosave.edit('kept');
  await autosave.flush();
  autosave.edit('let go');
  await autosave.drop();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual(['kept']);
});

test('after a save that threw, the next words are saved again', async () => {
  const saved: string[] = [];
  let broken = true;
  const autosave = new Autosave<string>((text) => {
    if (broken) return Promise.reject(new Error('the disk was away'));
    saved.push(text);
    return Promise.resolve();
  });
  autosave.edit('lost for now');
  await expect(autosave.flush()).rejects.toThrow('the disk was away');
  broken = false;
  autosave.edit('and all of it again');
  await autosave.flush();
  expect(saved).toEqual(['and all of it again']);
});
