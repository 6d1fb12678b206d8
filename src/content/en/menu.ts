/** The menu of the toolbar icon and of a page. A bystander may read it: nothing in it is personal. */
export const menu = {
  language: 'en',
  pauseNow: 'Pause now',
  quietHour: 'Quiet for an hour',
  keepNote: 'Keep these words in Comma',
  /** Shown at the icon when selected words could not be kept. */
  notKept: 'Comma could not keep these words. Open it to see why.',
};
