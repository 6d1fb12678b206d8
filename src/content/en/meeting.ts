/** The app's end of being in step with the extension, and keeping what a browser may clear. */
export const meeting = {
  language: 'en',
  title: 'The browser extension',
  answerThere: 'Answer in the extension: its icon shows a question mark.',
  stop: 'Stop',
  meet: 'Meet the extension',
  others:
    'Devices that are paired with this page need a new code afterwards: “Your devices” in the extension shows one.',
  check: 'Check my data',
  comparing: 'Comparing…',
  same: 'Both hold the same.',
  unfinished: 'Not finished: the extension went away. It goes on by itself.',
  /** Why a pairing did not come about, and what helps. Nothing was changed on either side. */
  trouble: {
    Unreachable: 'The extension does not answer. Is it installed in this browser, and switched on?',
    Interrupted: 'The extension went to sleep half-way. Try once more.',
    Declined: 'Stopped. Nothing was shared.',
    Expired: 'The two minutes are over. Nothing was shared; try again when you like.',
    Busy: 'Another tab is asking just now.',
    TooMany: 'That was several times in a row. Try again in ten minutes.',
    Unsupported: 'The extension and this page are of different ages. Update both, then try again.',
    Tampered: 'Something between the two changed what they said. Nothing was shared.',
    Cancelled: 'Stopped. Nothing was shared.',
    Unavailable: 'The extension could not open its journal. Opening it once may help.',
  },
  keep: {
    title: 'Keeping the journal',
    about: 'A browser may clear what a page keeps when the device runs out of room.',
    ask: 'Ask it to keep Comma',
    promised: 'The browser keeps it until you clear it yourself.',
    not: 'The browser did not promise it. Installing Comma, or pairing it with the extension, helps.',
  },
};
