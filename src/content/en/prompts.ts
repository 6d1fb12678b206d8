/** The prompts: their list, and the page of each. */

const count = (amount: number, one: string, many: string): string =>
  amount === 1 ? one : `${amount} ${many}`;

/** `an hour`, `90 minutes`, `2 hours`. */
function duration(minutes: number): string {
  if (minutes % 60 === 0 && minutes > 0) return count(minutes / 60, 'an hour', 'hours');
  return count(minutes, 'a minute', 'minutes');
}

const times = (amount: number): string =>
  amount === 1 ? 'Once' : amount === 2 ? 'Twice' : `${amount} times`;

export const prompts = {
  language: 'en',
  title: 'Prompts',
  lead: 'Each one has its own rhythm. When two are due, the upper one comes first.',
  none: 'No prompts now. Add one whenever you like.',
  back: 'Prompts',
  /** What one is called until it has a name of its own. */
  unnamed: {
    main: 'Pause',
    active: 'Active time',
    clock: 'Set times',
    random: 'Now and then',
    anchor: {
      woke: 'After waking',
      ate: 'After a meal',
      stopped: 'After work',
      sleep: 'Before sleep',
    },
  },
  off: 'Off for now.',
  allOff: 'Pauses are turned off in the settings, so none of these comes.',
  turn: (name: string): string => `Offer ${name}`,
  edit: (name: string): string => `Change ${name}`,
  earlier: (name: string): string => `Move ${name} up`,
  later: (name: string): string => `Move ${name} down`,
  moved: (name: string, place: number, of: number): string =>
    `${name} is number ${place} of ${of} now.`,
  add: 'Add a prompt',
  addTitle: 'A new prompt',
  import: 'Bring settings from another program',
  calendar: 'Put them in a calendar',
  logs: {
    title: 'Afterwards',
    label: 'Offer to note',
    hint: 'At the end of its pause, in one tap.',
    nothing: 'Nothing',
  },
  remove: 'Remove this prompt',
  removed: 'Put away.',
  taken: 'Taken over.',
  undo: 'Undo',
  kinds: {
    active: { label: 'After active time', about: 'When you have been at it for a while.' },
    clock: { label: 'At set times', about: 'At times of the day that you choose.' },
    random: { label: 'Now and then', about: 'A few times a day, at times nobody knows.' },
    anchor: { label: 'Around your day', about: 'After you wake, eat or stop work; before sleep.' },
  },
  duration,
  /** How each one says when it comes. */
  when: {
    active: (minutes: number): string => `After ${duration(minutes)} of active time`,
    clock: (clocks: string, days: string): string => `At ${clocks} ${days}`,
    random: (amount: number, days: string, from: string, until: string): string =>
      `${times(amount)} ${days} between ${from} and ${until}`,
    apart: (minutes: number): string => `at least ${duration(minutes)} apart`,
    after: {
      woke: { now: 'When you wake', later: 'after you wake' },
      ate: { now: 'When you have eaten', later: 'after you eat' },
      stopped: { now: 'When you stop work', later: 'after you stop work' },
      sleep: { now: 'At your usual sleep time', later: 'before your usual sleep time' },
    },
    days: { all: 'every day', week: 'on weekdays', weekend: 'at weekends', none: 'on no day' },
    aDay: 'a day',
    on: (days: string): string => `on ${days}`,
    hours: { usual: 'in your hours', own: 'in hours of its own', any: '' },
    zone: (place: string): string => `by the clock of ${place}`,
  },
  next: {
    now: 'It is here now.',
    waits: 'It waits for your call to end.',
    moment: 'Any moment.',
    minutes: (minutes: number): string => `Next in ${minutes} min.`,
    at: (clock: string): string => `Next ${clock}.`,
    later: (clock: string): string => `Later, as you asked: ${clock}.`,
    quiet: (clock: string): string => `Quiet until ${clock}.`,
    notToday: 'Not today, as you asked.',
    away: 'Resting while you are away.',
    closed: 'No hours are set for it.',
    opens: (clock: string): string => `Its hours begin ${clock}.`,
    woke: 'It comes once you say that you are up.',
    ate: 'It comes once you say that you ate.',
    stopped: 'It comes when your hours end, or when you say you are done.',
    sleep: '',
  },
  name: {
    label: 'Name',
    hint: 'Shown in Comma only.',
    placeholder: 'Stand up, lunch, wind down…',
  },
  kind: 'It comes',
  every: {
    label: 'Minutes of active time',
    error: (least: number, most: number): string =>
      `A whole number from ${least} to ${most}. Until then the last one stays.`,
  },
  at: {
    label: 'Times',
    one: (place: number): string => `Time ${place}`,
    add: 'Add a time',
    remove: (clock: string): string => `Remove ${clock}`,
    error: 'A time needs hours and minutes. Until then the last one stays.',
    last: 'One time stays, so that it can come. To stop it, turn it off.',
  },
  days: {
    label: 'Days',
    long: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    last: 'One day stays, so that it can come. To stop it, turn it off.',
  },
  random: {
    count: 'Times a day',
    from: 'Not before',
    until: 'Not after',
    gap: 'Minutes between two',
    same: 'The two times are the same. Until they differ, the last ones stay. The whole day is 00:00 to 00:00.',
    fits: (most: number): string =>
      `No more than ${count(most, 'one', 'fit')} between these times, so far apart.`,
  },
  anchor: {
    label: 'It follows',
    kinds: {
      woke: 'waking up',
      ate: 'a meal',
      stopped: 'the end of work',
      sleep: 'usual sleep time, before it',
    },
    after: 'Minutes after it',
    before: 'Minutes before it',
  },
  hours: {
    label: 'Hours',
    usual: 'Your hours',
    any: 'Any time',
    own: 'Its own',
  },
  zone: {
    label: 'Clock',
    here: 'Where I am',
    hint: 'A fixed clock stays when you travel.',
  },
  pause: 'The pause',
  length: 'It lasts about',
  seconds: (seconds: number): string => (seconds < 120 ? `${seconds} s` : `${seconds / 60} min`),
  practice: {
    label: 'It opens with',
    none: 'Breathe, name, choose',
  },
  decks: {
    label: 'Its lines come from',
    hint: 'None chosen: Comma picks a kind line.',
    closed: 'A private deck comes up only where you open it.',
    own: 'Lines of your own',
    /** One that was chosen: its pack or its area is gone, or it is private now. */
    gone: 'A deck that does not come now',
  },
  comes: 'How it comes',
  level: {
    label: 'How far it comes forward',
    badge: { label: 'A dot', about: 'On the icon, when you look.' },
    notice: { label: 'A notice', about: 'A quiet notification.' },
    card: { label: 'A card', about: 'A small window that asks.' },
    full: { label: 'The pause', about: 'It begins by itself.' },
    /** What an open page can do of these. */
    page: 'In this app a pause is a line on top of the page; all but a dot also send a notification while you look elsewhere. The windows come from the browser extension.',
  },
  chime: 'One soft chime',
  notice: {
    label: 'A notification says',
    neutral: '“A comma, if you like.”',
    named: 'Its name',
    hint: 'Names can be read on a lock screen.',
  },
  together: {
    label: 'When another one is due',
    merge: 'It may join',
    space: 'It comes by itself',
  },
};
