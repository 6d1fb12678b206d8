/** One round of sync at a time in all windows, whoever it is with: its marks belong to the whole journal. */
export const alone = <Outcome>(run: () => Promise<Outcome>): Promise<Outcome> =>
  navigator.locks.request('comma-sync', run);
