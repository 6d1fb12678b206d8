/** Everything a page complained about: broken policy, console errors, uncaught exceptions. */
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page as ChromiumPage } from 'playwright-core';
import { type Page as FirefoxPage } from 'puppeteer-core';

export interface Complaints {
  /** Empty while the page was quiet; assert it at the end of a test. */
  readonly all: () => Promise<readonly string[]>;
}

/** Runs inside the page, before its own scripts. */
function keepComplaints(): void {
  const kept: string[] = [];
  Object.defineProperty(globalThis, 'complaints', { value: kept });
  document.addEventListener('securitypolicyviolation', (event) => {
    kept.push(`CSP: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  addEventListener('error', (event) => {
    if (event.message) kept.push(event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    kept.push(`unhandled rejection: ${String(event.reason)}`);
  });
  const { error } = console;
  console.error = (...parts: unknown[]): void => {
    kept.push(parts.map(String).join(' '));
    error(...parts);
  };
}

const readComplaints = (): readonly string[] =>
  (globalThis as { complaints?: string[] }).complaints ?? ['this page is not watched'];

/** Call it on a blank page, then go where you want to look. */
export async function watchChromium(page: ChromiumPage): Promise<Complaints> {
  const console: string[] = []; // what the browser itself says: blocked loads, missing files
  page.on('console', (message) => {
    if (message.type() === 'error') console.push(message.text());
  });
  await page.addInitScript(keepComplaints);
  return { all: async () => [...console, ...(await page.evaluate(readComplaints))] };
}

/** For web pages; Firefox runs no such script in pages of an extension: see `watchedCopy`. */
export async function watchFirefox(page: FirefoxPage): Promise<Complaints> {
  await page.evaluateOnNewDocument(keepComplaints);
  return complaintsIn(page);
}

/** What a page of a `watchedCopy` complained about. */
export function complaintsIn(page: FirefoxPage): Complaints {
  return { all: () => page.evaluate(readComplaints) };
}

/** The built extension in a temporary folder, every page of it with our script before its own. */
export async function watchedCopy(extension: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'comma-watched-'));
  await cp(extension, copy, { recursive: true });
  await writeFile(join(copy, 'complaints.js'), `(${keepComplaints.toString()})();`);
  for (const file of await readdir(copy, { recursive: true })) {
    if (!file.endsWith('.html')) continue;
    const html = await readFile(join(copy, file), 'utf8');
    const watched = html.replace('<head>', '<head><script src="/complaints.js"></script>');
    if (watched === html) throw new Error(`${file} has no <head> to watch from.`);
    await writeFile(join(copy, file), watched);
  }
  return copy;
}
