/** What stands around every screen, and on the first of them. */
export const frame = {
  language: 'en',
  nav: {
    today: 'Today',
    practise: 'Practise',
    journal: 'Journal',
    anchors: 'Anchors',
    help: 'Help',
    settings: 'Settings',
  },
  beside: 'Also here',
  moved: 'This part of Comma has moved with an update. Your words are where they were.',
  reopen: 'Open Comma again',
  closed:
    'Something here did not open. Your words are safe where they are; opening Comma again often helps.',
  greetings: {
    night: {
      hello: 'Hello, night.',
      below: ['It is quiet. You can be, too.', 'What keeps you company?', 'How is it in there?'],
    },
    morning: {
      hello: 'Good morning.',
      below: [
        'How is it in there?',
        'What came along from the night?',
        'No rush to be anyone yet.',
      ],
    },
    afternoon: {
      hello: 'Good afternoon.',
      below: [
        'How is it in there?',
        'Where did your breath get to?',
        'Half a day is a lot of day.',
      ],
    },
    evening: {
      hello: 'Good evening.',
      below: ['How is it in there?', 'What can be put down now?', 'The day has had its say.'],
    },
  },
  today: {
    written: 'Written today',
    letter: {
      on: (day: string): string => `A letter. It opens on ${day}.`,
      at: (time: string): string => `A letter. It opens at ${time}.`,
    },
    nothing: 'Whatever you write today shows up here, even one word.',
    something: 'Something for today',
  },
  closedEntry: { name: 'Private', show: 'Show', hide: 'Hide' },
  offlineReady: 'Comma now works offline, too.',
  update: {
    text: 'A new version is ready when you are.',
    reload: 'Reload to finish updating.',
    yes: 'Use it now',
    no: 'Later',
  },
};
