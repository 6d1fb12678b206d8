/** The settings. Sentences about storage and reminders are promises: change them with the code. */
export const settings = {
  language: 'en',
  title: 'Settings',
  pauses: 'Pauses',
  practices: 'Practices',
  offer: 'Offer pauses',
  offerHint: 'Each in its own time. “Not now” is always a full answer.',
  links: {
    prompts: {
      label: 'Prompts',
      about: (on: number): string =>
        on === 0 ? 'None is on.' : on === 1 ? 'One is on.' : `${on} are on.`,
    },
    coming: { label: 'The next 24 hours', about: 'What comes when, and what if.' },
    away: { label: 'When you are away or busy', about: 'Calls, films, walks, sleep.' },
    noticing: { label: 'Calls and typing', about: 'What Comma can see, and what it asks for.' },
    sites: { label: 'A pause before a site', about: 'A breath and your reason, then on or not.' },
    ledger: { label: 'Why no pause?', about: 'Every decision of 30 days, in words.' },
    checks: { label: 'Checks', about: 'Whether a pause can reach you here.' },
    lock: { label: 'The lock', about: 'A passphrase that closes your journal here.' },
    devices: { label: 'Your devices', about: 'One journal on your phone and your desktop.' },
  },
  repaired: {
    title: 'Put right',
    about:
      'These arrived in a form that Comma cannot use. Something near stands in for each, and your pauses go on.',
    used: (name: string, was: string, is: string): string =>
      `${name}: “${was}” makes no sense here. It is “${is}” for now.`,
    leftOut: (name: string, was: string): string =>
      `${name}: “${was}” makes no sense here. It is left out for now.`,
    turned: (on: boolean): string => (on ? 'on' : 'off'),
    show: 'Show',
    showOf: (name: string): string => `Show ${name}`,
    accept: 'Fine as it is now',
  },
  more: 'More',
  timing: {
    error: (least: number, most: number): string =>
      `A whole number from ${least} to ${most}. Until then the last one stays.`,
    snoozeMinutes: { label: '“Later” means in minutes', hint: 'Then the pause comes once more.' },
    everyDevice: {
      label: 'Where a pause comes',
      hint: 'If Comma is on more than one of your devices. Taken on one, it is taken on all.',
      used: 'On the device I am using',
      every: 'On all my devices',
    },
    gapMinutes: { label: 'Minutes between two prompts', hint: 'So that they do not crowd you.' },
    idleMinutes: {
      label: 'Minutes until you count as away',
      hint: 'Without a key or a move of the mouse.',
    },
    withdrawMinutes: {
      label: 'Minutes an offer waits',
      hint: 'Then it goes away by itself.',
    },
    dayStart: { label: 'Your day begins at', hint: '“Today” and “tomorrow” turn here.' },
    usualSleep: {
      label: 'Your usual sleep time',
      hint: 'For prompts that come before it.',
      error: 'A time needs hours and minutes. Until then the last one stays.',
    },
  },
  daysOff: {
    title: 'Days off',
    about: 'No hours on these days, so no pauses in them. Prompts for any time still come.',
    offToday: 'Off today',
    onToday: 'On again today',
    from: 'First day',
    until: 'Last day',
    add: 'Add days off',
    range: (from: string, until: string): string => `${from} to ${until}`,
    remove: 'Remove',
    removeOn: (dates: string): string => `Remove ${dates}`,
    first: 'Pick the first day.',
    order: 'The last day comes before the first.',
    past: 'These days are over.',
  },
  hours: {
    title: 'Your hours',
    about: 'A range may cross midnight; it belongs to the day it starts on.',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    from: (day: string): string => `${day}, from`,
    until: (day: string): string => `${day}, until`,
    none: 'No pauses',
    removeOn: (day: string): string => `Remove these hours on ${day}`,
    add: 'Add hours',
    addOn: (day: string): string => `Add hours on ${day}`,
    error: 'A time needs hours and minutes. Until then the last one stays.',
    same: 'The two times are the same. Until they differ, the last ones stay. The whole day is 00:00 to 00:00.',
    ends: (day: string): string => `Ends on ${day}.`,
    whole: 'Around the clock.',
    alike: 'Monday’s hours on all weekdays',
  },
  notices: {
    title: 'How a pause reaches you',
    would: (body: string): string => `A notification would say “${body}” and nothing else.`,
    allow: 'Allow notifications',
    denied: 'The browser keeps notifications off for Comma. Pauses still show up inside Comma.',
    granted: (body: string): string =>
      `Notifications are allowed. They say “${body}”, nothing else.`,
  },
  reminders: {
    openWithNotifications:
      'While Comma is open it can send a reminder, in the background perhaps a little late.',
    openWithoutNotifications:
      'While Comma is open, a pause shows up on this page, so you see it only when you look here.',
    iosTab: 'In a tab on iPhone or iPad, a pause can show up only while Comma is on the screen.',
    closed: 'When Comma is closed, it stays silent. The browser extension can remind you instead.',
    extension: 'Comma reminds you while this browser is running.',
  },
  data: {
    title: 'Your journal on this device',
    about:
      'Everything is sealed and stays in this browser. Whoever can use this device with your account can read it, so lock the device when you leave it.',
    copy: 'The copy is a readable file: keep it where you would keep a diary.',
    private: {
      label: 'With what is private',
      hint: 'Left out of the copy unless you turn this on. A sealed backup always has it.',
      leftOut: (count: number): string =>
        count === 1 ? 'One private thing was left out.' : `${count} private things were left out.`,
    },
  },
  eraseAll: {
    text: 'Erase everything Comma holds here? It cannot be undone. What the browser allowed is given back. A place you paired keeps its own copy.',
    yes: 'Erase everything',
    no: 'Keep everything',
  },
};
