/** What every window says first, the smallest ones too; what only one screen says is in a file of its own. */
export const words = {
  notification: { title: 'Comma', body: 'A comma, if you like.' },
  pause: { notNow: 'Not now', here: 'I’m here', later: 'Later' },
  next: {
    name: 'Next pause',
    minutes: 'min',
    until: 'until the next pause',
    untilNamed: (name: string): string => `until “${name}”`,
    quiet: 'Quiet',
    quietLong: 'Quiet for a while',
    endQuiet: 'End the quiet',
    call: 'In a call',
    endCall: 'The call is over',
    callLength: 'For how long?',
    more: 'More',
  },
  sharing: {
    text: 'Your screen is shared, so nothing personal is shown here.',
    show: 'Show anyway',
  },
  help: 'Help lines',
  close: 'Close',
  open: 'Open Comma',
  step: {
    alone: 'Only here for now.',
    inStep: 'In step on this computer.',
    waiting: 'Waiting for the other one to open.',
  },
};
