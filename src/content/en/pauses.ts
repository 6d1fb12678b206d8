/** What can be said to a pause, and about the coming ones. */
export const pauses = {
  language: 'en',
  more: 'More answers',
  answers: {
    later: {
      label: 'Later',
      about: (minutes: number): string =>
        minutes === 1 ? 'It comes once more in a minute.' : `It comes once more in ${minutes} min.`,
    },
    notNow: { label: 'Not now', about: 'This one is let go. The next comes in its own time.' },
    notToday: { label: 'Not today', about: 'This prompt keeps still until tomorrow.' },
    skip: { label: 'Skip the next one', about: 'It is let go before it comes.' },
    offToday: {
      label: 'Off today',
      about: 'No hours until tomorrow. What comes at any time still does.',
    },
    onToday: { label: 'On again today', about: 'Your hours count again.' },
  },
  ways: { ledger: 'Why no pause?', coming: 'The next 24 hours' },
  call: {
    title: 'In a call',
    about: 'Pauses wait. One comes after the call.',
    half: 'For 30 minutes',
    hour: 'For an hour',
    open: 'Until I say',
  },
  less: {
    ask: (from: number, to: number): string =>
      `Would you like fewer pauses? Every ${to} minutes instead of ${from}.`,
    yes: 'Yes',
    no: 'Keep it',
  },
  anchors: {
    label: 'Tell Comma',
    woke: 'I am up',
    ate: 'I ate',
    stopped: 'Done for today',
    told: 'Noted.',
  },
  presets: {
    label: 'How often',
    quiet: { label: 'Quiet', about: 'After 90 minutes of active time.' },
    steady: { label: 'Steady', about: 'After 50 minutes. A good place to begin.' },
    close: { label: 'Close', about: 'After 25 minutes, like a hand on the shoulder.' },
    own: 'You chose a rhythm of your own.',
  },
  first: {
    title: 'How often would you like a pause?',
    about: 'A walk counts as one, and “Not now” is a full answer. You can change this any time.',
    leave: 'Leave it at steady',
  },
};
