/** The settings. Sentences about storage and reminders are promises: change them with the code. */
export const settings = {
  language: 'en',
  title: 'Settings',
  pauses: 'Pauses',
  ledger: 'Why a pause came, or did not',
  ledgerAbout:
    'Every decision of the last two weeks, in words. It holds times, never what you wrote.',
  ledgerEmpty: 'No decisions yet. The first pause will stand here.',
  rhythm: {
    offer: 'Offer pauses',
    offerHint:
      'During your hours, after a stretch of being active. “Not now” is always a full answer.',
    every: 'After this much active time',
    lasts: 'A pause lasts about',
    later: '“Later” means in',
    chime: 'One soft chime',
    minutes: (count: number): string => `${count} min`,
    seconds: (count: number): string => `${count} s`,
  },
  hours: {
    title: 'Your hours',
    about: 'A range may cross midnight; it belongs to the day it starts on.',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    from: (day: string): string => `${day}, from`,
    until: (day: string): string => `${day}, until`,
    none: 'No pauses',
    remove: 'Remove',
    removeOn: (day: string): string => `Remove these hours on ${day}`,
    add: 'Add hours',
    addOn: (day: string): string => `Add hours on ${day}`,
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
  },
  eraseAll: {
    text: 'Erase everything Comma holds here? It cannot be undone. A place you paired keeps its own copy.',
    yes: 'Erase everything',
    no: 'Keep everything',
  },
};
