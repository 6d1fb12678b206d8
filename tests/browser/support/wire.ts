/** What goes over the page's ports to the extension, kept in the page; and ports of one's own to misuse. */
import { type Page } from 'playwright-core';

import { bridgeName } from '#core/sync/bridge/port-channel.ts';
import { extensionId } from '#core/sync/protocol/extension-address.ts';

export interface Wire {
  readonly sent: readonly unknown[];
  readonly heard: readonly unknown[];
}

interface Tapped {
  wire: { sent: unknown[]; heard: unknown[] };
}

/** Call it before the page loads. */
export async function tapWire(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const wire = { sent: [] as unknown[], heard: [] as unknown[] };
    Object.assign(globalThis, { wire });
    const { runtime } = chrome;
    const connect = runtime.connect.bind(runtime);
    const tapped = (id: string, info: chrome.runtime.ConnectInfo): chrome.runtime.Port => {
      const port = connect(id, info);
      const post = port.postMessage.bind(port);
      port.postMessage = (message: unknown): void => {
        wire.sent.push(message);
        post(message);
      };
      port.onMessage.addListener((message: unknown) => {
        wire.heard.push(message);
      });
      return port;
    };
    Object.assign(runtime, { connect: tapped });
  });
}

export const wireOf = (page: Page): Promise<Wire> =>
  page.evaluate(() => (globalThis as unknown as Tapped).wire);

/** Call it before the page loads: for this page there is no extension. */
export async function cutWire(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const nobody = (): never => {
      throw new Error('Nobody is there.');
    };
    Object.assign(chrome.runtime, { connect: nobody });
  });
}

/** Says these things on a port of its own, and resolves with the answers once the other end closed it or fell silent. */
export function sayRaw(page: Page, messages: readonly unknown[]): Promise<readonly unknown[]> {
  return page.evaluate(
    ([id, name, said]) =>
      new Promise<unknown[]>((resolve) => {
        const answers: unknown[] = [];
        const port = chrome.runtime.connect(id, { name });
        const end = (): void => {
          resolve(answers);
        };
        port.onMessage.addListener((message: unknown) => {
          answers.push(message);
        });
        port.onDisconnect.addListener(end);
        setTimeout(end, 1_000); // a line that is still open after that was not ended for what it said
        for (const message of said) port.postMessage(message);
      }),
    [extensionId, bridgeName, messages] as const,
  );
}
