/** Runs something once after some milliseconds; the answer calls it off. */
export type Schedule = (run: () => void, afterMs: number) => () => void;

export const systemSchedule: Schedule = (run, afterMs) => {
  const timer = setTimeout(run, afterMs);
  return () => {
    clearTimeout(timer);
  };
};
