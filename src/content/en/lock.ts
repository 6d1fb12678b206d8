/** The lock. Sentences about what is closed are promises: change them with the code. */
export const lock = {
  language: 'en',
  title: 'The lock',
  lead: 'A passphrase or a passkey closes your journal on this device. Without it, nobody opens it here.',
  how: [
    'While it is locked, the key is in no memory and on no disk. Your words stay sealed.',
    'Pauses still come, with kind lines only. A note written meanwhile is sealed and waits for you.',
    'While it is locked nothing is sent to your other devices and nothing of theirs is opened. All of it is caught up afterwards.',
  ],
  forget:
    'If you forget or lose it, only your recovery kit opens the journal again. It stands below, and is worth writing down first.',
  passphrase: 'Passphrase',
  passphraseHint: 'A few words that only you would put together.',
  short: 'A little longer, please: eight letters or more.',
  again: 'The same once more',
  differs: 'The two differ. Have another look.',
  on: 'Turn the lock on',
  isOn: 'The lock is on.',
  working: 'One moment…',
  now: 'Lock now',
  quick:
    'Alt+Shift+L locks from every screen. Shift, three times within five seconds, locks and leaves for an everyday page.',
  auto: {
    label: 'Lock by itself when untouched',
    never: 'Never',
    minutes: (count: number): string => (count === 1 ? 'After a minute' : `After ${count} minutes`),
    extension:
      'That holds with no page of Comma open, too. It also locks with the screen of the computer, and when the browser is closed.',
    /** A page that the browser tells when the screen is locked. */
    pageTold:
      'It also locks with the screen of the computer, and when Comma’s last window is closed.',
    /** One that it would tell. */
    pageAsk:
      'It also locks when Comma’s last window is closed, and with the screen of the computer if you let Comma notice that you are away: in the settings, under “Calls and typing”.',
    page: 'It also locks when Comma’s last window is closed. This browser does not tell a page when the screen is locked.',
  },
  change: {
    title: 'Another passphrase',
    next: 'The new passphrase',
    yes: 'Change it',
    done: 'The new passphrase counts from now on.',
  },
  add: {
    title: 'A passphrase as well',
    yes: 'Add the passphrase',
    done: 'The passphrase opens the lock, too.',
  },
  passkey: {
    title: 'A passkey',
    about:
      'Your finger, your face, the code of this device or a security key opens the lock. Nothing of it leaves the device.',
    instead: 'Use a passkey instead',
    add: 'Add a passkey',
    has: 'A passkey opens the lock.',
    isOn: 'The lock is on. The passkey opens it.',
    added: 'The passkey opens the lock, too.',
    drop: 'Let the passkey go',
    dropped:
      'It opens the lock no more. You can delete it where this device or your browser keeps its passkeys.',
    absent: 'The passkeys of this browser cannot keep a secret for Comma, so a passphrase it is.',
    said: {
      left: 'No passkey was used. Nothing has changed.',
      'no-secret':
        'This passkey cannot keep a secret, so it cannot open the lock. Nothing has changed, and you can delete it where your browser keeps its passkeys.',
      refused: 'This browser gives passkeys to web pages only. Nothing has changed.',
      other: 'This is not the passkey that the lock was set with. Nothing is lost.',
    },
  },
  off: 'Turn the lock off',
  offAbout: 'The lock is off: your journal opens by itself on this device.',
  screen: {
    title: 'Locked',
    about: 'Your journal is closed. Pauses go on.',
    unlock: 'Unlock',
    wrong: 'That is not it. Nothing is lost.',
    wait: (seconds: number): string =>
      seconds > 90
        ? `Take your time. You can try again in ${Math.ceil(seconds / 60)} minutes.`
        : `Take your time. You can try again in ${seconds} seconds.`,
    forgotten: 'I forgot it',
    /** Where only a passkey opens. */
    without: 'I do not have it',
    passkey: 'Unlock with the passkey',
    kit: 'Your recovery kit',
    kitHint: 'The 28 letters that you wrote down. They open the journal and turn the lock off.',
    kitYes: 'Open with the kit',
    kitWrong: 'These letters do not open this journal. Capitals and dashes do not matter.',
    back: 'I remember it after all',
    pause: 'Take a pause',
    help: 'Help',
    note: 'Write a note',
    noteAbout: 'It is sealed at once. You can read it after unlocking.',
  },
  /** On a page with tender words, with a lock or without. */
  exit: {
    leave: 'Leave at once',
    keys: 'or Shift, three times',
    more: (left: number): string =>
      left === 0
        ? 'Leaving.'
        : left === 1
          ? 'Shift once more to leave.'
          : 'Shift twice more to leave.',
  },
  /** Where "leave for an everyday page" goes. */
  everyday: 'https://www.wikipedia.org/',
};
