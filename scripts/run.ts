/** Runs the project's own tools under the project's own Node. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

import { root } from './place.ts';

function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: undefined, // each tool chooses its own
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    ...more,
  };
}

/** The exit code; output goes straight to the terminal. */
export function run(
  command: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(more),
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
