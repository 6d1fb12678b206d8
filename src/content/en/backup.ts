/** Sealed backups. Sentences about what a file holds and what is brought back are promises: change them with the code. */
const entries = (count: number): string => (count === 1 ? 'One entry' : `${count} entries`);

export const backup = {
  language: 'en',
  title: 'Backups',
  link: { label: 'Sealed backups', about: 'One file that only you can open.' },
  lead: 'One sealed file with everything: entries, prompts, settings. Keep it wherever you like.',
  save: {
    title: 'Save a backup',
    by: 'It opens with',
    ways: { passphrase: 'A passphrase', kit: 'The recovery kit' },
    passphraseAbout:
      'It can be the one of the lock, or another. Nobody can open the file without it, Comma neither.',
    passphrase: 'Passphrase of the backup',
    again: 'The same once more',
    short: 'A little longer, please: eight letters or more.',
    differs: 'The two differ. Have another look.',
    kitAbout:
      'It opens by itself on your devices with this journal, and anywhere with the letters of your recovery kit.',
    kitNot: 'You have not confirmed yet that the kit is written down.',
    kit: 'Show the recovery kit',
    yes: 'Save the backup',
    working: 'Sealing…',
    done: 'Saved, into the folder of your downloads. It is a copy: nothing here has changed.',
    last: (date: string): string => `The last one from this device is of ${date}.`,
    never: 'None has been saved from this device yet.',
  },
  other: {
    title: 'Opening it without Comma',
    about:
      'The file is in the age format. The age program opens it with the passphrase, or with this key in a file of its own. What comes out is readable text.',
    show: 'Show the key',
    hide: 'Hide the key',
    key: 'Whoever has this key can open every backup that was sealed for your recovery kit.',
  },
  back: {
    title: 'Bring a backup back',
    about: 'First you see what would come. Nothing that is here is replaced or removed.',
    file: 'Choose the file',
    passphrase: 'Its passphrase',
    kit: 'The recovery kit it was made with',
    kitHint: 'The 28 letters, or a key that begins with AGE-SECRET-KEY.',
    open: 'Open it',
    opening: 'Opening…',
    leave: 'Leave it',
    closed: {
      'not-a-backup':
        'This file is no backup of Comma. Backups end in “.age”. Nothing was changed.',
      newer: 'A newer Comma made this backup. Update Comma, then it opens. Nothing was changed.',
      other: 'This file was sealed with a key that Comma does not know. The age program opens it.',
      damaged:
        'This file is not whole: it was cut short or changed on its way. Perhaps there is another copy of it. Nothing was changed.',
      wrong: 'That does not open it. Have another look, and take your time. Nothing is lost.',
      unreadable: 'The file could not be read from where it lies. Nothing was changed.',
    },
    notKit: 'These letters are no recovery kit. Capitals and dashes do not matter.',
    found: 'What is in it',
    saved: (date: string): string => `Saved on ${date}.`,
    all: 'Everything in this backup is here already.',
    added: (count: number): string => `${entries(count)} ${count === 1 ? 'comes' : 'come'} back.`,
    changed: (count: number): string =>
      `${entries(count)} ${count === 1 ? 'gets' : 'get'} words or details that are not here.`,
    same: (count: number): string =>
      count === 1 ? 'One entry is here just so.' : `${count} entries are here just so.`,
    deleted: (count: number): string =>
      count === 1
        ? 'One entry was deleted here since.'
        : `${count} entries were deleted here since.`,
    alsoDeleted: 'Bring what was deleted back, too',
    others: (count: number): string =>
      count === 1
        ? 'One more piece comes along: of settings, prompts or the history of pauses.'
        : `${count} more pieces come along: settings, prompts and the history of pauses.`,
    unread: (count: number): string =>
      count === 1
        ? 'One piece does not open here. It stays in the file.'
        : `${count} pieces do not open here. They stay in the file.`,
    yes: 'Bring it back',
    working: 'One moment…',
    done: 'It is all here.',
    full: 'This device is out of room. What came back so far stays. Free some space and do the same again: it goes on from there.',
  },
  reminder: {
    label: 'Remind me once a month',
    hint: 'A line on Today, when the last backup is a month old.',
    title: 'A backup, if you like',
    about: 'The last sealed copy of your journal is a month old, or there is none yet.',
    yes: 'Save one',
    no: 'Not now',
  },
};
