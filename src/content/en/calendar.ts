/** Pauses in the person's own calendar. Promises: change them with the code. */
export const calendar = {
  language: 'en',
  /** What the calendar shows, to whoever looks at it. */
  event: 'Comma',
  title: 'In your calendar',
  about:
    'A calendar rings on any phone, with no relay and no push. The file holds every pause that keeps a clock, called “Comma” and nothing more.',
  save: 'Save a calendar file',
  saved: (weekly: number, single: number): string =>
    `Saved as comma.ics: ${[
      ...(weekly > 0 ? [weekly === 1 ? 'one time a week' : `${weekly} times a week`] : []),
      ...(single > 0
        ? [
            single === 1
              ? 'one moment in the next four weeks'
              : `${single} moments in the next four weeks`,
          ]
        : []),
    ].join(', and ')}. Open it on the phone, best into a calendar of its own.`,
  empty:
    'No pause keeps a clock just now: what counts active time, or follows your waking or a meal, cannot be in a calendar.',
  more: 'What a calendar can and cannot do',
  limits: [
    'Set times come back each week. Your hours and your days off are kept.',
    'Moments drawn at random, and prompts on the clock of one zone, are there for four weeks. Save the file again after that.',
    'Saved again, it takes the place of what the calendar holds. A time that you took out stays until you delete it there.',
    'A calendar knows nothing of a pause you took elsewhere. Some calendars ring in their own way, or only when their notifications are on.',
  ],
};
