import type { Words } from '../schema.ts';

/** What screens say in English. Sentences about storage and reminders are promises: change them with the code. */
export const words = {
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
  welcomeBack: 'Welcome back. Nothing to catch up on.',
  empty: {
    journal: 'A place for a line now and then, sealed on this device.',
    today: 'Whatever you write today shows up here, even one word.',
    day: 'Nothing written that day, and that is fine.',
    search: 'Nothing here with those words.',
    ownLines: 'Lines you write yourself turn up among the others.',
  },
  notification: { title: 'Comma', body: 'A comma, if you like.' },
  pause: {
    notNow: 'Not now',
    here: 'I’m here',
    enough: 'Enough for now',
    dizzy: 'If you feel dizzy, let your breath do what it likes.',
    leftEarly: 'That counts, all of it.',
    moreFeelings: 'more…',
    ownWord: 'A word of your own',
  },
  comma: {
    ask: 'What does the harsh voice say?',
    pick: 'Or borrow one of these.',
    goOn: 'How does it go on?',
    own: 'In your own words',
    kept: 'Kept. It can go on from here.',
  },
  storage: {
    full: 'This device is out of room. Your words are still on this screen: copy them, or free some space and save again.',
    newer:
      'A newer Comma wrote in this journal. You can read it and take a copy here; to write, update Comma.',
    exportAll: 'Save a copy',
    closedRows: (count) =>
      count === 1
        ? 'One entry did not open. It is kept just as it is.'
        : `${count} entries did not open. They are kept just as they are.`,
  },
  deleted: { text: 'Put away.', undo: 'Undo' },
  erase: {
    text: 'Erase these words for good? Nobody can bring them back, and neither can you.',
    yes: 'Erase for good',
    no: 'Keep',
  },
  eraseAll: {
    text: 'Erase everything Comma holds here? It cannot be undone. A place you paired keeps its own copy.',
    yes: 'Erase everything',
    no: 'Keep everything',
  },
  pairing: {
    text: 'Do you see the same six digits in both places?',
    yes: 'They match',
    no: 'They differ',
    stopped: 'Stopped. Nothing was shared.',
    done: 'In step from now on.',
    unite: 'Both journals come together. Nothing is replaced.',
  },
  step: {
    alone: 'Only here for now.',
    inStep: 'In step on this computer.',
    waiting: 'Waiting for the other one to open.',
  },
  offlineReady: 'Comma now works offline, too.',
  update: { text: 'A new version is ready when you are.', yes: 'Use it now', no: 'Later' },
  reminders: {
    openWithNotifications:
      'While Comma is open it can send a reminder, in the background perhaps a little late.',
    openWithoutNotifications:
      'While Comma is open, a pause shows up on this page, so you see it only when you look here.',
    iosTab: 'In a tab on iPhone or iPad, a pause can show up only while Comma is on the screen.',
    closed: 'When Comma is closed, it stays silent. The browser extension can remind you instead.',
    extension: 'Comma reminds you while this browser is running.',
  },
  safariTab:
    'Safari may clear a tab’s journal after seven days without a visit. On the Home Screen it stays.',
  notificationsDenied:
    'The browser keeps notifications off for Comma. Pauses still show up inside Comma.',
  help: {
    opening: 'People you can talk to, whatever the hour feels like.',
    emergency: 'If someone is in danger right now, the emergency number comes first.',
    unchecked: 'We have not been able to confirm this number yet.',
    old: 'It has been over a year since we checked this number.',
  },
} as const satisfies Words;
