/** The command itself, in a process of its own: what goes to which output, and how it ends. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comma-simulate-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function simulated(scenario: string): Promise<Ended> {
  const path = join(folder, 'scenario.json');
  await writeFile(path, scenario);
  return ran(path);
}

const ran = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/simulate.ts', ...args], (failure, out, told) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, told });
    });
  });

const day = { zone: 'Europe/Berlin', start: '2026-11-23T09:00', length: '2h' };

test('one decision a line, as JSON, oldest first, and nothing else', async () => {
  const { code, out, told } = await simulated(JSON.stringify(day));
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { at: number; verdict: string; time: string });
  expect([code, told]).toEqual([0, '']);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['shown', 'taken', 'shown', 'taken']);
  expect(rows[0]?.time).toBe('2026-11-23T09:50:00+01:00');
});

test('what is repaired is said beside the ledger, which is still all there is on the output', async () => {
  const { code, out, told } = await simulated(JSON.stringify({ ...day, prompts: [{ every: 0 }] }));
  expect(code).toBe(0);
  expect(told).toBe('prompts[0].every: 0 makes no sense here, so 5 is used.\n');
  expect(JSON.parse(out.slice(0, out.indexOf('\n')))).toMatchObject({
    verdict: 'settings repaired',
  });
});

test.each([
  ['{"zone":', /^scenario: this is not JSON/],
  [JSON.stringify({ ...day, zone: 'Mars' }), /^zone: "Mars" is no time zone/],
  [JSON.stringify({ ...day, events: [{ at: '9.60', type: 'idle' }] }), /^events\[0\]\.at: "9\.60"/],
])(
  'a scenario that is wrong ends with 2, a sentence and no line of a ledger (%#)',
  async (text, why) => {
    const { code, out, told } = await simulated(text);
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(why);
  },
);

test('a file that is not there, and no file at all, are said so', async () => {
  expect(await ran(join(folder, 'none.json'))).toMatchObject({
    code: 2,
    told: expect.stringContaining('there is no such file') as string,
  });
  expect(await ran()).toMatchObject({
    code: 2,
    told: expect.stringContaining('Name one scenario') as string,
  });
});
