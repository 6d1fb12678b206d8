/**
 * A wall clock of its own for one browser, which a test may set, and a lid that it may close. The clock of
 * the machine goes on as it is; needs Linux, where a library can stand before the system's own.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { findCompiler } from '../../../scripts/browsers.ts';
import { root } from '../../../scripts/place.ts';

const run = promisify(execFile);

/** Compiled once for each state of its source. */
async function compiled(name: string, ...switches: readonly string[]): Promise<string> {
  const source = join(import.meta.dirname, `${name}.c`);
  const hash = createHash('sha256').update(await readFile(source));
  const folder = join(root, '.cache');
  const built = join(folder, `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(built)) return built;
  await mkdir(folder, { recursive: true });
  const half = `${built}.${process.pid}`;
  await run(findCompiler(), ['-O2', ...switches, '-o', half, source]);
  await rename(half, built);
  return built;
}

export class WallClock {
  /** What the browser's environment needs. */
  readonly env: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #file: string;
  #seconds = 0;

  private constructor(built: string, folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'seconds');
    this.env = { LD_PRELOAD: built, WALL_CLOCK: this.#file };
  }

  static async make(): Promise<WallClock> {
    const folder = await mkdtemp(join(tmpdir(), 'comma-clock-'));
    const clock = new WallClock(await compiled('wall-clock', '-shared', '-fPIC'), folder);
    const file = await open(clock.#file, 'w');
    await file.truncate(4096);
    await file.close();
    return clock;
  }

  /** What the browser's clock shows now, in epoch milliseconds. */
  now(): number {
    return Date.now() + this.#seconds * 1000;
  }

  /** Sets it ahead, or with a negative number back. */
  async step(seconds: number): Promise<void> {
    this.#seconds += seconds;
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(this.#seconds));
    const file = await open(this.#file, 'r+');
    await file.write(bytes, 0, 8, 0);
    await file.close();
  }

  /** Whatever was done to it before. */
  async putRight(): Promise<void> {
    await this.step(-this.#seconds);
  }

  /**
   * Closes the lid for so long: nothing of the browser runs and its monotonic clock hardly moves, as in a
   * suspended computer, while the wall clock goes on.
   */
  async sleep(seconds: number): Promise<void> {
    const processes = await this.#processes();
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    try {
      await this.step(seconds);
    } finally {
      for (const pid of processes) process.kill(pid, 'SIGCONT');
    }
  }

  /** How many milliseconds pass under this clock while a program waits until a fifth of a second later. */
  async waits(): Promise<number> {
    const env = { ...process.env, ...this.env };
    const { stdout } = await run(await compiled('timed-wait', '-pthread'), {
      env,
      timeout: 10_000,
    });
    return Number(stdout);
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Every process of the browser: they all bear the name of the clock in their environment. */
  async #processes(): Promise<readonly number[]> {
    const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const ours = await Promise.all(
      all.map(async (pid) => {
        const env = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
        return env.split('\0').includes(`WALL_CLOCK=${this.#file}`);
      }),
    );
    return all.filter((_, index) => ours[index]);
  }
}
