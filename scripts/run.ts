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

/** The exit code; output goes straight to the terminal, or piece by piece to `hear`. */
export function run(
  command: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
  hear?: (output: Buffer) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(more),
      stdio: ['ignore', hear ? 'pipe' : 'inherit', hear ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
    if (hear) for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
