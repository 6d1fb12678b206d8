/**
 * `npm run --silent simulate -- scenario.json`: what the timing engine decides in a scenario, one line of
 * JSON a decision; the format is in docs/simulate.md. Repairs and problems go to the other output.
 */
import 'temporal-polyfill/global';
import { readFile } from 'node:fs/promises';

import { simulate } from '../src/features/pauses/simulate.ts';
import { readScenario } from '../src/features/pauses/simulation/read-scenario.ts';
import { zoned } from '../src/kernel/civil-time.ts';

function refuse(sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(2);
}

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0)
  refuse(['Name one scenario: npm run --silent simulate -- docs/scenarios/meetings.json']);
const text = await readFile(path, 'utf8').catch((trouble: unknown) => {
  const code = trouble instanceof Error && 'code' in trouble ? trouble.code : undefined;
  return refuse([
    code === 'ENOENT' ? `${path}: there is no such file.` : `${path}: this file cannot be read.`,
  ]);
});
const read = readScenario(text);
if (!read.ok) refuse(read.error);
const { scenario, repaired } = read.value;
for (const sentence of repaired) console.error(sentence);
const lines = simulate(scenario).map((row) => {
  const time = zoned(row.at, scenario.zone).toString({ timeZoneName: 'never' });
  return `${JSON.stringify({ time, ...row })}\n`;
});
process.stdout.write(lines.join(''));
