import { expect, test } from 'vitest';

import { importRules } from '#core/features/pauses/imports/import-rules.ts';
import { type Imported } from '#core/features/pauses/imports/imported.ts';
import { breakTimer, leechBlock, safeEyes, stretchly } from './support/other-settings.ts';

function imported(settings: object | string): Imported {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  const result = importRules(text);
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
}

const rhythms = ({ prompts }: Imported): unknown[] =>
  prompts.map(({ id, cadence, lengthSeconds, level, chime }) => [
    id,
    cadence.type === 'active' ? cadence.everyMinutes : cadence.type,
    lengthSeconds,
    level,
    chime,
  ]);

test('Stretchly: a mini break every ten minutes, and every third one is a long break', () => {
  const found = imported(stretchly);
  expect(found.from).toBe('Stretchly');
  expect(rhythms(found)).toEqual([
    ['main', 30, 300, 'card', true],
    ['mini', 10, 20, 'card', true],
  ]);
  expect(found.rules).toEqual({ on: true, snoozeMinutes: 2, idleMinutes: 5 });
});

test('Stretchly: without mini breaks the long one comes after one interval', () => {
  const found = imported({ ...stretchly, microbreak: false, microbreakInterval: 1_800_000 });
  expect(rhythms(found)).toEqual([['main', 30, 300, 'card', true]]);
  expect(found.rules.snoozeMinutes).toBe(5);
});

test('Stretchly: what has no equivalent is said in plain words', () => {
  const found = imported({
    ...stretchly,
    breakStrictMode: true,
    naturalBreaks: false,
    appExclusions: [{ rule: 'pause', active: true, commands: ['obs'] }],
    useIdeasFromSettings: true,
  });
  expect(found.rules.policies?.idle).toEqual({ counts: 'keep', back: 'offer' });
  for (const about of [
    'Strict mode',
    'Do Not Disturb',
    'other programs',
    'ideas',
    'Natural breaks',
    'shortcuts',
  ])
    expect(
      found.notes.some((note) => note.includes(about)),
      about,
    ).toBe(true);
});

test('Safe Eyes: short and long breaks fill the screen, with the sound of its plugin', () => {
  const found = imported(safeEyes);
  expect(found.from).toBe('Safe Eyes');
  expect(rhythms(found)).toEqual([
    ['main', 75, 60, 'full', true],
    ['short', 15, 15, 'full', true],
  ]);
  expect(found.rules).toEqual({ snoozeMinutes: 5, idleMinutes: 5 });
  expect(found.notes.join(' ')).toMatch(/Strict breaks.+2 of your breaks.+A limit on skipping/);
});

test('Safe Eyes: a list without breaks is no prompt, and seconds of delay are minutes here', () => {
  const found = imported({
    ...safeEyes,
    long_breaks: [],
    postpone_duration: 90,
    postpone_unit: 'seconds',
  });
  expect(rhythms(found)).toEqual([['main', 15, 15, 'full', true]]);
  expect(found.rules.snoozeMinutes).toBe(2);
});

test('BreakTimer: its one break, with the hours of each day', () => {
  const found = imported(breakTimer);
  expect(found.from).toBe('BreakTimer');
  expect(rhythms(found)).toEqual([['main', 28, 120, 'notice', true]]);
  expect(found.prompts[0]?.name).toBe('Time for a break.');
  expect(found.rules.hours).toEqual([
    [{ from: 540, until: 1080 }],
    [
      { from: 540, until: 720 },
      { from: 780, until: 1440 },
    ],
    ...[[], [], [], [], []],
  ]);
  expect(found.notes).toContain('Hours of Thursday: 10:00 to 10:00 is left out.');
});

test('BreakTimer: without working hours a pause may come at any hour, and its settings stand alone too', () => {
  const { settings } = breakTimer;
  const found = imported({ ...settings, workingHoursEnabled: false, idleResetEnabled: false });
  expect(found.rules.hours?.every(([day]) => day?.from === 0 && day.until === 1440)).toBe(true);
  expect(found.rules.policies?.idle.counts).toBe('keep');
});

test('LeechBlock, text: each set is a list of whole sites with its hours, and the rest is named', () => {
  const found = imported(leechBlock);
  const workday = [
    { from: 540, until: 720 },
    { from: 780, until: 1020 },
  ];
  expect(found.sites).toEqual([
    {
      name: 'News & talk',
      hosts: ['news.example', 'talk.example'],
      hours: [workday, workday, workday, workday, workday, [], []],
    },
    { name: '', hosts: ['video.example'], hours: null },
  ]);
  expect(found.prompts).toEqual([]);
  expect(found.notes).toEqual([
    '“News & talk”: forum.example/r/all, +news.example/help, ~cats cannot be kept; a pause stands before whole sites.',
    '“News & talk”: a limit of minutes has no equivalent; each visit has its pause.',
    'Set 2: greying, blurring and closing pages have no equivalent.',
    '“Words” has no equivalent: it names no whole site.',
    'Passwords and codes have no equivalent: you can always go on.',
  ]);
});

test('LeechBlock, JSON: days are a list that begins with Sunday', () => {
  const found = imported({
    numSets: '1',
    setName1: '',
    sites1: 'news.example',
    times1: '2200-0600',
    days1: [true, false, false, false, false, false, true],
  });
  const night = [{ from: 1320, until: 360 }];
  expect(found.sites[0]?.hours).toEqual([[], [], [], [], [], night, night]);
});

test('numbers beyond what Comma allows are brought within it, and each is told', () => {
  const found = imported({ microbreakInterval: 60_000, breakInterval: 900, breakDuration: 9e9 });
  expect(rhythms(found).map((row) => (row as unknown[]).slice(1, 3))).toEqual([
    [240, 1200],
    [5, 20],
  ]);
  expect(found.notes).toContain('Time between (Mini break): 1 minutes becomes 5 minutes here.');
});
