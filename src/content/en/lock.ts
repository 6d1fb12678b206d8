/** The lock. Sentences about what is closed are promises: change them with the code. */
export const lock = {
  language: 'en',
  title: 'The lock',
  lead: 'A passphrase closes your journal on this device. Without it, nobody opens it here.',
  how: [
    'While it is locked, the key is in no memory and on no disk. Your words stay sealed.',
    'Pauses still come, with kind lines only. A note written meanwhile is sealed and waits for you.',
    'While it is locked nothing is sent to your other devices and nothing of theirs is opened. All of it is caught up afterwards.',
  ],
  forget:
    'If you forget the passphrase, only your recovery kit opens the journal again. It stands below, and is worth having written down first.',
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
    label: 'Lock by itself',
    never: 'Not by itself',
    minutes: (count: number): string =>
      count === 1 ? 'After a minute without a touch' : `After ${count} minutes without a touch`,
    screen: 'The extension also locks when the screen of the computer does.',
  },
  change: {
    title: 'Another passphrase',
    next: 'The new passphrase',
    yes: 'Change it',
    done: 'The new passphrase counts from now on.',
  },
  off: 'Turn the lock off',
  offAbout: 'Your journal then opens without a passphrase on this device.',
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
  /** Where "leave for an everyday page" goes. */
  everyday: 'https://www.wikipedia.org/',
};
