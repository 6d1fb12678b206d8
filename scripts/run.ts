/** Runs the project's own tools under the project's own Node. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

import { type Place, root } from './place.ts';

function environment(place?: Place): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: undefined, // each tool chooses its own
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    ...(place && { DIST: place.dist, PWA_ORIGIN: place.origin }),
  };
}

/** The exit code; output goes straight to the terminal. */
export function run(command: string, args: readonly string[], place?: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(place),
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
