/** A relay as its operator runs it: a process of its own, under the project's Node. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import { root } from '../../scripts/place.ts';
import type { Environment } from '../../relay/environment.ts';

export interface RelayProcess {
  readonly pid: number | undefined;
  readonly origin: string;
  /** What it wrote, both to output and to errors. */
  readonly said: () => string;
  /** Resolves with the exit code, or null after a signal that it could not answer. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** As `npm run relay` and the image start it. */
const sparing = {
  NODE_COMPILE_CACHE: join(root, '.cache/compiled'),
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
const small = ['--optimize-for-size', '--max-semi-space-size=1', '--no-concurrent-recompilation'];

/** Rejects with what it said when it does not come up. */
export async function startRelayProcess(environment: Environment): Promise<RelayProcess> {
  const child = spawn(process.execPath, [...small, join(root, 'relay/main.ts')], {
    env: {
      ...sparing,
      PATH: process.env['PATH'],
      PORT: '0',
      RELAY_REQUESTS_PER_MINUTE: '100000',
      RELAY_CLAIMS_PER_HOUR: '100000',
      ...environment,
    },
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (text: string): void => {
      said += text;
      const started = /"event":"started","port":(\d+)/.exec(said);
      if (started) resolve(Number(started[1]));
    };
    listenTo(child, hear);
    void ended.then(() => {
      reject(new Error(said));
    });
  });
  return {
    pid: child.pid,
    origin: `http://127.0.0.1:${port}`,
    said: () => said,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

function listenTo({ stdout, stderr }: ChildProcess, hear: (text: string) => void): void {
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', hear);
}
