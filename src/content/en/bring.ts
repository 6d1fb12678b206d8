/** Histories of other programs. Sentences about what is kept and what stays are promises: change them with the code. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

type Numbered = 'line' | 'record';

const lines = (numbers: readonly number[], of: Numbered): string => {
  const named = numbers.slice(0, 5).join(', ');
  const more = numbers.length > 5 ? ` and ${numbers.length - 5} more` : '';
  return `${of}${numbers.length === 1 ? '' : 's'} ${named}${more}`;
};

const rows = (numbers: readonly number[], of: Numbered): string =>
  `${counted(numbers.length, 'row', 'rows')} (${lines(numbers, of)})`;

interface Place {
  readonly line?: number;
  readonly column?: string;
  readonly file?: string;
}

const where = ({ line, file }: Place): string => {
  const inFile = file === undefined ? '' : ` of ${file}`;
  return line === undefined ? (file ?? 'The file') : `Line ${line}${inFile}`;
};

export const bring = {
  language: 'en',
  title: 'Bring your history',
  lead: 'From the app you kept your nights or habits in before. You see what would come before anything is kept.',
  link: { label: 'Bring your history', about: 'Nights and habits from another app.' },
  /** The other way. */
  out: { habits: 'Save anchors for habit apps', none: 'There is no anchor here yet.' },
  choose: {
    title: 'A file from another app',
    about: 'The file is read on this device and goes nowhere.',
    known: 'Comma can read',
    file: 'Choose a file',
  },
  formats: {
    plees: 'Plees Tracker',
    sleepmeter: 'Sleepmeter',
    'sleep-as-android': 'Sleep as Android',
    sleepdiary: 'sleepdiary',
    comma: 'Comma',
    loop: 'Loop Habit Tracker',
  },
  /** Of each format, what to look for. */
  files: {
    plees: 'Plees Tracker: its CSV file, plain or pretty',
    sleepmeter: 'Sleepmeter: its CSV file',
    'sleep-as-android': 'Sleep as Android: its zip file, or the CSV file in it',
    sleepdiary: 'sleepdiary: a JSON file in the standard form',
    comma: 'Comma: its own table of nights',
    loop: 'Loop Habit Tracker: its CSV export, a zip file',
  },
  list: (parts: readonly string[]): string =>
    new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(parts),
  back: 'Anchors',
  reading: 'Reading…',
  stop: 'Stop',
  ask: {
    title: (format: string): string => `A file of ${format}`,
    about: 'It leaves something open that only you know.',
    zone: 'Where were you?',
    zoneHint: 'The file holds moments and no place. Its clock times will be those of this place.',
    twice: (time: string, date: string): string =>
      `On ${date} the clock was set back, and showed ${time} twice. Which one was it?`,
    offset: (times: number, place: string): string =>
      `${counted(times, 'night carries', 'nights carry')} another time zone than ${place} had then. Whose clock do they follow?`,
    place: 'That place’s',
    written: 'As written',
    frequency: (name: string, times: number, days: number): string =>
      `“${name}” was ${counted(times, 'time', 'times')} in ${days} days, which Comma cannot say. What would you like of it?`,
    week: (times: number): string => `${times} a week`,
    none: 'Nothing asked',
    no: (days: number): string =>
      `${counted(days, 'day is', 'days are')} a no in this file, which has no other word for a day without a mark. What were they?`,
    notToday: 'Not today',
    unnoted: 'Just not noted',
    first: 'Before the change',
    second: 'After it',
    go: 'Go on',
  },
  preview: {
    title: (format: string): string => `From ${format}`,
    /** By the kind of record. */
    kinds: {
      sleep: (count: number): string => counted(count, 'night', 'nights'),
      anchor: (count: number): string => counted(count, 'anchor', 'anchors'),
      'anchor-day': (count: number): string => counted(count, 'noted day', 'noted days'),
    },
    fates: {
      fresh: (what: string): string => `${what} would be new.`,
      changed: (what: string): string => `${what} changed there since, and would change here too.`,
      same: (what: string, count: number): string =>
        `${what} came before and ${count === 1 ? 'is' : 'are'} the same.`,
      yours: (what: string, count: number): string =>
        `${what} ${count === 1 ? 'is yours already and stays as it is' : 'are yours already and stay as they are'}.`,
      away: (what: string, count: number): string =>
        `${what} you put away here ${count === 1 ? 'stays' : 'stay'} away.`,
    },
    none: 'There is nothing new in this file. All of it is here.',
    samples: 'For example',
    dated: (date: string, what: string): string => `${date}: ${what}`,
    span: (from: string, until: string): string => `${from} – ${until}`,
    naps: (count: number, lengths: string): string =>
      `${count === 1 ? 'a nap' : `${count} naps`} of ${lengths}`,
    more: (names: string): string =>
      `Kept with each, though Comma has no place to show it: ${names}.`,
    anchor: (name: string, times: number, every: 'week' | 'month'): string =>
      `${name}: ${times} a ${every}`,
    noted: { yes: 'done', part: 'a part', notToday: 'not today', rest: 'rest', none: 'a note' },
    bare: (names: string): string =>
      `Without a target, since theirs is summed over several days: ${names}.`,
    inFile: (file: string): string => `(${file})`,
    /** Of a format, what is never taken from it. */
    without: {
      'sleep-as-android': 'The curves of movement and sound, and the place, stay in the file.',
    },
    left: {
      title: 'What stays out',
      unreadable: (at: readonly number[], of: Numbered): string =>
        `${rows(at, of)} whose time or value Comma cannot read.`,
      running: (at: readonly number[], of: Numbered): string => `${rows(at, of)} without an end.`,
      noLength: (at: readonly number[], of: Numbered): string =>
        `${rows(at, of)} that end when or before they begin.`,
      tooLong: (at: readonly number[], of: Numbered): string =>
        `${rows(at, of)} of a whole day or more.`,
      twice: (at: readonly number[], of: Numbered): string =>
        `${rows(at, of)} that say what another row says.`,
      longText: (at: readonly number[], of: Numbered): string =>
        `${rows(at, of)} with a text longer than a book.`,
      otherRecord: (at: readonly number[], of: Numbered): string =>
        `${rows(at, of)} about something else than sleep.`,
    },
    take: 'Bring it',
    leave: 'Leave it',
    undoable: 'You can take all of it back later.',
  },
  writing: {
    label: 'Bringing your history',
    about: 'All of it comes at once, or nothing does.',
    stopped: 'Stopped. Nothing was brought.',
    back: 'Taking it back',
  },
  done: {
    brought: (what: readonly string[]): string =>
      `${new Intl.ListFormat('en').format(what)} came. You find ${what.length === 1 && what[0]?.startsWith('1 ') ? 'it' : 'them'} among your own.`,
    nothing: 'Nothing new came.',
    sleep: 'To your nights',
    anchors: 'To your anchors',
    another: 'Another file',
  },
  before: {
    title: 'What you brought',
    line: (format: string, what: string): string => `${format}, ${what}`,
    on: (date: string): string => `on ${date}`,
    back: 'Take it back',
    sure: 'What came with it goes, except what you changed since.',
    yes: 'Take it back',
    no: 'Keep it',
    gone: (stay: number): string =>
      stay === 0
        ? 'Taken back. What came with it is gone.'
        : `Taken back. ${stay} that you changed since ${stay === 1 ? 'stays' : 'stay'}.`,
  },
  full: 'There is no room left on this device. Nothing was brought.',
  kept: 'This did not go through. Nothing was brought.',
  nothing: 'Nothing was brought.',
  trouble: {
    empty: (at: Place): string => `${where(at)} is empty.`,
    unknown: (): string =>
      'This is no file of an app that Comma knows. The list above says which ones it reads.',
    nothing: (at: Place): string => `${where(at)} has its first row and nothing below.`,
    notText: (at: Place): string =>
      `${where(at)} is no text. A picture, a database or a program looks like this.`,
    encoding: (at: Place): string =>
      `Some letters of ${at.file ?? 'the file'} cannot be told for certain. Saving it once more as UTF-8 helps.`,
    tooLarge: (at: Place): string => `${where(at)} is larger than any diary.`,
    tooManyRows: (at: Place): string =>
      `${where(at)} has more than 100,000 rows. In parts it can be brought.`,
    longText: (at: Place): string => `${where(at)} holds a text that is longer than a book.`,
    openQuote: (at: Place): string =>
      `${where(at)} opens a quotation mark that nothing closes. The file may break off there.`,
    cutOff: (at: Place): string => `The file breaks off in its last line, ${at.line ?? ''}.`,
    uneven: (at: Place): string => `${where(at)} has another number of cells than the first row.`,
    noColumn: (at: Place): string => `${where(at)} has no column “${at.column ?? ''}”.`,
    unreadable: (at: Place): string =>
      `No time in the column “${at.column ?? ''}” can be read, from line ${at.line ?? 2} on.`,
    badJson: (at: Place): string =>
      `${where(at)} breaks off or is damaged. Exporting it once more may help.`,
    badZip: (): string => 'This zip file cannot be opened: it breaks off or is damaged.',
    zipCutOff: (): string => 'This zip file breaks off. Copying it once more may help.',
    zipBomb: (at: Place): string =>
      `${where(at)} grows far beyond its size when it is unpacked. No diary does that.`,
    zipPath: (at: Place): string => `${where(at)} wants to lie outside of its folder.`,
    zipLink: (at: Place): string => `${where(at)} points to another file.`,
    zipEntries: (): string => 'This zip file holds more files than any diary.',
    zipSealed: (at: Place): string => `${where(at)} has a password, which Comma does not ask for.`,
    zipDamaged: (at: Place): string => `${where(at)} is damaged inside of the zip file.`,
  },
};
