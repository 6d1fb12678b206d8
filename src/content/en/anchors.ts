/** Anchors of somebody's own. Nothing here counts against anybody: a part counts, rest has no quota, a gap is not told. */

import { form, starters } from './anchor-form.ts';

const every = (times: number, most: number, week: string): string =>
  times >= most
    ? 'every day'
    : times === 1
      ? `once a ${week}`
      : times === 2
        ? `twice a ${week}`
        : `${times} times a ${week}`;

export const anchors = {
  language: 'en',
  title: 'Anchors',
  lead: 'What steadies your days, in your own words.',
  add: 'Add an anchor',
  all: 'All anchors',
  overview: { rest: 'Rest for all', away: 'Put away' },
  none: 'An anchor is something small that steadies a day: a walk, a pill, lights out by eleven.',
  today: 'Today',
  yesterday: 'Yesterday',
  whichDay: 'Of which day',
  lastNight: 'Last night',
  nightBefore: 'The night before',
  tonight: 'Tonight',
  welcomeBack: 'Welcome back. Nothing to catch up on.',
  cameBack: 'You came back. That is the practice.',
  states: {
    done: 'Done',
    part: 'Part',
    notToday: 'Not today',
    rest: 'Rest',
    none: 'No note',
  },
  line: {
    /** To hear, of a sign that is pressed. */
    note: (name: string): string => `${name}: done`,
    open: (name: string): string => `${name}: note it`,
    change: (name: string): string => `${name}: change`,
    partCounts: 'Part counts.',
    steps: (done: number, of: number): string => `${done} of ${of} steps`,
    amount: (amount: string, unit: string): string => (unit === '' ? amount : `${amount} ${unit}`),
    at: (clock: string): string => `at ${clock}`,
    fromSleep: 'by the night you saved',
    fromMovement: 'by what you moved',
    fromMeals: 'by what you noted of meals',
    logNight: 'Log last night',
    resting: (day: string): string => `Resting until ${day}.`,
    restingOpen: 'Resting, as long as you like.',
    keptNow: (kept: number, asked: number, week: string): string =>
      `${kept} of ${asked} this ${week}`,
    noted: 'Noted.',
  },
  spans: { week: 'week', month: 'month' },
  sheet: {
    states: 'How was it',
    clear: 'Take the note back',
    done: 'Done',
    amount: (unit: string): string => (unit === '' ? 'How much' : `How much (${unit})`),
    amountError: 'A number, such as 20 or 1.5.',
    less: 'Less',
    more: 'More',
    keep: 'Keep',
    at: 'At what time',
    now: (clock: string): string => `Now, ${clock}`,
    steps: 'Steps',
    minutes: (minutes: number): string => `${minutes} min`,
    lateAsk: (clock: string): string => `${clock}. Was it a good reason or a hard one?`,
    good: 'A good reason',
    hard: 'A hard one',
    reactive: 'How reactive was today?',
    reactiveLeast: 'calm',
    reactiveMost: 'very',
    words: 'A few words, if you like',
    open: 'About this anchor',
  },
  one: {
    missing: 'This anchor is not here any more.',
    month: {
      title: 'Day by day',
      table: (month: string): string => `${month}, a day each`,
      earlier: 'Earlier month',
      later: 'Later month',
      day: (date: string, state: string): string => `${date}: ${state}`,
      future: 'still to come',
      legend: 'What the signs say',
    },
    kept: {
      title: 'Kept',
      now: (kept: number, asked: number, week: string): string =>
        asked === 0
          ? `Nothing is asked this ${week}.`
          : kept >= asked
            ? `Kept ${kept} of ${asked} this ${week}. Noted.`
            : `${kept} of ${asked} this ${week}.`,
      before: (kept: number, asked: number, spans: string): string =>
        asked === 0
          ? `No notes in the ${spans} before, nothing to count.`
          : kept >= asked
            ? `Kept ${kept} of ${asked} in the ${spans} before.`
            : `${kept} of ${asked} in the ${spans} before. That is information, not a grade.`,
      spans: { week: 'four weeks', month: 'three months' },
      noTarget: 'Nothing is asked of it. What you note is kept.',
      rest: 'Days of rest and days without a note are not counted.',
    },
    returns: 'Coming back',
    returned: (date: string): string => `${date}: you came back. That is the practice.`,
    steadiness: 'Steadiness',
    steadinessWords: {
      settling: 'Settling in.',
      rooting: 'Taking root.',
      steady: 'Steady.',
    },
    notes: 'In your words',
    quiet: 'A quiet month here. The anchor is still yours, or let it go?',
    keep: 'It is still mine',
    edit: 'Change',
    rest: 'Rest',
    putAway: 'Put away',
    takeUp: 'Take it up again',
    away: 'It is put away, with all its days.',
    up: 'Move up',
    down: 'Move down',
    moved: (place: number, of: number): string => `Now ${place} of ${of}.`,
    remove: 'Remove',
    removed: (name: string): string => `${name} is removed.`,
    undo: 'Undo',
    back: 'Anchors',
  },
  rest: {
    title: 'Rest',
    about: 'Nothing is asked meanwhile, for as long as you like. It can end any day.',
    from: 'From',
    until: 'Until, that day too',
    open: 'Until I end it',
    which: 'Which anchors',
    all: 'All of them',
    begin: 'Rest',
    error: 'This day lies before the first one.',
    errorUntil: 'A last day, or leave it open.',
    errorFrom: 'A day to begin with, such as today.',
    end: 'End it',
    another: 'Another time of rest',
    range: (from: string, until: string): string => `${from} to ${until}`,
    since: (from: string): string => `From ${from} on`,
    planned: 'Times of rest',
  },
  form,
  /** Of what is asked, one sentence. */
  target: {
    none: 'No target. You note it when you like.',
    often: (times: number, per: 'week' | 'month'): string =>
      every(times, per === 'week' ? 7 : 31, per),
    nights: (times: number, per: 'week' | 'month'): string =>
      per === 'month'
        ? every(times, 31, per).replace('day', 'night')
        : times >= 7
          ? 'every night'
          : `on ${times} of 7 nights`,
    least: (amount: string): string => `at least ${amount}`,
    most: (amount: string): string => `at most ${amount}`,
    before: (clock: string): string => `before ${clock}`,
    after: (clock: string): string => `after ${clock}`,
    between: (from: string, until: string): string => `between ${from} and ${until}`,
    within: (minutes: number, clock: string): string => `within ${minutes} minutes of ${clock}`,
    steps: (least: number, of: number): string =>
      least >= of ? 'all the steps' : `${least} of ${of} steps`,
    grace: {
      before: (minutes: number): string => `Up to ${minutes} minutes later counts in part.`,
      after: (minutes: number): string => `Up to ${minutes} minutes earlier counts in part.`,
      between: (minutes: number): string => `Up to ${minutes} minutes outside counts in part.`,
      within: (minutes: number): string => `Up to ${minutes} minutes more counts in part.`,
    },
  },
  starters,
};
