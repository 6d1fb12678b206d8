/** Whether a text is in the memory of a page or of the extension's worker, by a snapshot of everything reachable. */
import { type Page } from 'playwright-core';

import { type Chromium } from './chromium.ts';

export async function pageRemembers(page: Page, text: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('').includes(text);
}

export async function workerRemembers(chromium: Chromium, text: string): Promise<boolean> {
  const browser = await chromium.context.browser()?.newBrowserCDPSession();
  const targets = await browser?.send('Target.getTargets', { filter: [{}] });
  const worker = targets?.targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(chromium.url('')),
  );
  if (!browser || !worker) throw new Error('The worker does not run: there is no memory to see.');
  const { targetId } = worker;
  // Playwright opens no session to a worker of an extension; wrapped messages reach it all the same.
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const chunks: string[] = [];
  const done = new Promise<void>((resolve) => {
    browser.on('Target.receivedMessageFromTarget', ({ message }) => {
      const told = JSON.parse(message) as { id?: number; params?: { chunk?: string } };
      if (told.params?.chunk !== undefined) chunks.push(told.params.chunk);
      if (told.id === 2) resolve();
    });
  });
  for (const [index, method] of ['collectGarbage', 'takeHeapSnapshot'].entries())
    await browser.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: index + 1, method: `HeapProfiler.${method}` }),
    });
  await done;
  await browser.detach();
  if (chunks.length === 0) throw new Error('The worker showed nothing of its memory.');
  return chunks.join('').includes(text);
}
