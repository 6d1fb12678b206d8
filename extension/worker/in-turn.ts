let queue: Promise<unknown> = Promise.resolve();

/** What is read, changed and written again is done one at a time. */
export function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const done = queue.then(work);
  queue = done.catch(() => undefined); // whoever waits for `done` hears of it
  return done;
}
