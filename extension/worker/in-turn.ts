/** Does what it is given one at a time. */
export type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

export function createTurns(): InTurn {
  let queue: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = queue.then(work);
    queue = done.catch(() => undefined); // whoever waits for `done` hears of it
    return done;
  };
}

/** What is read, changed and written again is done one at a time. */
export const inTurn = createTurns();
