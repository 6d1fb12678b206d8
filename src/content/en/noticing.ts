/** What Comma can notice, and what it asks for. Promises: change them with the code. */
export const noticing = {
  language: 'en',
  title: 'Calls and typing',
  /** `told`: the browser tells of a shared screen without being asked. */
  lead: (told: boolean): string =>
    told
      ? 'Comma waits when you are in a call or in the middle of a word. It asks before it looks into a page. That a tab shares your screen, this browser tells by itself, and then nothing personal is shown.'
      : 'Comma waits when you are in a call or in the middle of a word. It asks before it looks.',
  calls: {
    title: 'Calls',
    can: 'When you allow it, Comma looks at the sites below for one thing: whether a call is on, and whether your screen is shared. It does not hear or see the call. Your browser will ask whether Comma may read these sites, because it knows no smaller question.',
    ask: 'Let Comma notice calls',
    on: 'Comma notices calls on the sites below.',
    off: 'Stop noticing calls',
    no: 'Comma does not look for calls. All the rest works, and you can say “In a call” yourself.',
    absent:
      'This Comma cannot see other tabs. Say “In a call” on Today, or add the browser extension.',
    part: {
      unseen: (places: string): string => `Your browser does not show Comma ${places} yet.`,
      ask: 'Let Comma notice these, too',
    },
    outside: 'A call in another program stays unseen. “In a call” on Today is for those.',
  },
  sites: {
    title: 'Call sites',
    remove: 'Remove',
    removeOf: (host: string): string => `Remove ${host}`,
    label: 'Another site',
    hint: 'Its address, such as calls.example.org.',
    add: 'Add this site',
    error: 'An address like calls.example.org, without blanks.',
    there: 'This one is on the list.',
    none: 'No sites are on the list, so no call is noticed.',
    reset: 'The first list again',
  },
  typing: {
    title: 'Typing',
    can: 'When you allow it, the page in front tells Comma how long ago a key was pressed, never which one. Passwords are left out. A pause then waits for a gap, two minutes at most. Your browser will ask whether Comma may read every site, because it knows no smaller question.',
    ask: 'Let Comma notice typing',
    on: 'Comma waits for a gap while you type.',
    off: 'Stop noticing typing',
    no: 'Comma knows of keys in its own pages only. Elsewhere a pause may come in the middle of a word.',
    absent: 'This Comma knows of keys in its own pages only, and waits for a gap there.',
  },
  away: {
    title: 'Being away',
    can: 'When you allow it, your browser tells Comma when nobody has touched this computer for a while, and when the screen is locked. It tells nothing of what you do. A walk then counts as rest.',
    ask: 'Let Comma notice when I am away',
    on: 'Comma notices when you are away from this computer.',
    off: 'Stop noticing that I am away',
    no: 'Comma sees its own page only: whether anybody touches it while it is in front.',
    absent:
      'This browser tells a page nothing about the rest of the computer. Comma sees its own page only: whether anybody touches it while it is in front. The browser extension knows more.',
  },
};
