/**
 * Runs a script of this project on a fresh clone: brings the packages when they are missing or older than
 * the lockfile, then hands over to the project's own Node. Plain JavaScript, any Node from 18, no packages.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const windows = process.platform === 'win32';
const node = at(`node_modules/node/bin/node${windows ? '.exe' : ''}`);
const installed = at('node_modules/.package-lock.json');

function isInstalled() {
  return (
    existsSync(node) &&
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs
  );
}

function finish({ status, signal, error }) {
  if (error) console.error(error.message);
  return status ?? (signal === 'SIGINT' ? 130 : 1);
}

const [script = '', ...args] = process.argv.slice(2);

if (!isInstalled()) {
  // Not where a script writes what it was asked for.
  console.error('Bringing the packages (npm ci), once; this takes about a minute …');
  // `npm_execpath` is npm's own file when npm started us; npm's scripts must run, one of them brings Node.
  const npm = process.env['npm_execpath'];
  const ci = ['ci', '--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund'];
  const options = { cwd: at('.'), stdio: ['ignore', 2, 2] };
  const code = finish(
    npm
      ? spawnSync(process.execPath, [npm, ...ci, '--loglevel=error'], options)
      : spawnSync('npm', [...ci, '--loglevel=error'], { ...options, shell: windows }),
  );
  if (code !== 0 || !existsSync(node)) {
    console.error('The packages could not be installed: see the lines above, then try again.');
    process.exit(code || 1);
  }
}

// A relay runs for months, in as little memory as it can: relay/main.ts and the Dockerfile, which says the same, tell why.
const isRelay = script === 'relay/main.ts';
const small = isRelay
  ? ['--optimize-for-size', '--max-semi-space-size=1', '--no-concurrent-recompilation']
  : [];
const sparing = isRelay && {
  NODE_COMPILE_CACHE: at('.cache/compiled'),
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
const options = { cwd: at('.'), stdio: 'inherit', env: { ...sparing, ...process.env } };
if (isRelay) spawnSync(node, [...small, at(script), 'compile'], options);
const child = spawn(node, [...small, at(script), ...args], options);
// The script decides how it ends; we only pass on what we were told and leave with its answer.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => void child.kill(signal));
child.on('close', (status, signal) => process.exit(finish({ status, signal })));
