/** Keys that work anywhere in the browser. */
export const keys = {
  language: 'en',
  title: 'Keys',
  about:
    'They work on every page. The menu of Comma’s icon and of a page has the same, and keeps words you selected.',
  names: {
    _execute_action: 'Open Comma, with the quick note',
    'pause-now': 'Pause now',
    'quiet-hour': 'Quiet for an hour',
  },
  none: 'No key yet',
  /** While one has none. */
  taken:
    'A key that is missing here belongs to your browser or to another extension. “Change the keys” gives it another.',
  change: 'Change the keys',
  /** Where the browser lets no extension open its page. */
  where: 'Your browser changes them on its page of extensions, under shortcuts.',
};
