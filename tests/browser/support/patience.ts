/** How long a browser may take to answer a driver. Nothing else ends a call to a page that hangs. */
import { chromium } from 'playwright-core';

/** Milliseconds; many times what anything takes on a slow machine, and a third of what a test may. */
export const patience = 60_000;

/** The one place in Playwright through which every call goes, inside it: it has no limit to set for most of them. */
interface Connection {
  sendMessageToServer(
    object: { readonly _type: string },
    method: string,
    params: unknown,
    options: { readonly timeout?: number },
  ): Promise<unknown>;
}

/** Every call of this driver then fails in time, and where it stands in the test is seen. Puppeteer has a setting for it. */
export function limitPlaywright(): void {
  const { _connection: connection } = chromium as unknown as { readonly _connection: Connection };
  const send = connection.sendMessageToServer.bind(connection);
  connection.sendMessageToServer = async (object, method, params, options) => {
    // Whoever may wait longer says so himself.
    const ms = Math.max(patience, (options.timeout ?? 0) * 1.5);
    const answer = send(object, method, params, options);
    return within(ms, `Chromium did not answer “${object._type}.${method}”`, answer);
  };
}

/** Fails with the sentence begun by `what` when `answer` is not there after so many milliseconds. */
export async function within<Answer>(
  ms: number,
  what: string,
  answer: Promise<Answer>,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} within ${ms / 1000} s.`));
    }, ms);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
