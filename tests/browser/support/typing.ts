/** A person who writes on, for as long as something else takes. */

/** Presses key after key meanwhile: what is typed is as recent on a slow machine as on a quick one. */
export async function whileTyping(
  press: () => Promise<unknown>,
  during: () => Promise<unknown>,
): Promise<void> {
  const over = new AbortController();
  await press();
  const typing = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      await press();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  try {
    await during();
  } finally {
    over.abort();
    await typing;
  }
}
