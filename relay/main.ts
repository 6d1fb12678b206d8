/**
 * `npm run relay`: a relay alone, as the environment wants it. relay/README.md has the table.
 * With the argument `compile` it only loads whatever it may ever need, and ends: after that NODE_COMPILE_CACHE
 * has its sources without types, and what strips them, 30 MB for as long as a process lives, is not loaded again.
 */
import { wall } from './clock.ts';
import { readEnvironment } from './environment.ts';
import { createLog, kindOf, type Log } from './log.ts';
import { serveRelay } from './serve.ts';

if (process.argv[2] === 'compile') {
  await Promise.all([
    import('./push-message.ts'),
    import('./store/postgres.ts'),
    import('./store/sqlite.ts'),
    import('./vapid.ts'),
  ]);
  process.exit();
}

const read = readEnvironment(process.env);
if (!read.ok) {
  for (const sentence of read.error) process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
const settings = read.value;
const write = createLog((text) => process.stdout.write(text), wall);
const log: Log = (line) => {
  if (settings.log === 'all' || line.event !== 'request') write(line);
};

const served = await serveRelay(settings, log).catch((failure: unknown) => {
  const taken = kindOf(failure) === 'EADDRINUSE';
  process.stderr.write(
    taken
      ? `Port ${settings.port} is taken: stop what listens there, or set PORT to another.\n`
      : `The relay could not start: ${failure instanceof Error ? failure.message : 'unknown'}\n`,
  );
  process.exit(1);
});
log({
  event: 'started',
  port: served.port,
  store: 'url' in settings.database ? 'postgres' : 'sqlite',
});

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (isStopping) process.exit(1);
    isStopping = true;
    log({ event: 'stopping' });
    void served.close().then(() => {
      log({ event: 'stopped' });
    });
  });
