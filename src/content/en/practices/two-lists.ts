import type { Practice } from '../../practice.ts';

/** The same list for each of two, answered unseen; what both leave open stands side by side, and nothing else. */
const list = {
  into: {
    yes: 'yes',
    yesIf: 'yes, if …',
    askMe: 'ask me',
    notNow: 'not now',
    no: 'no',
  },
  items: {
    hug: 'a long hug',
    hands: 'holding hands',
    rub: 'a back rub',
    sleep: 'sleeping close',
    slow: 'a slow beginning',
    question: 'a question before each new thing',
    phones: 'an evening without phones',
    seen: 'affection where others see',
    tender: 'tender messages',
    after: 'a quiet hour afterwards',
  },
  sides: { give: 'giving', take: 'receiving' },
  paired: ['hug', 'rub', 'tender'],
  note: 'If, and when',
};
const hint = 'Leave out what you like. Nobody reads your list after you.';
const show = { yes: 'yes', no: 'not today' };
const either = 'Either answer is fine, and neither is told.';

export const twoLists: Practice = {
  id: 'two-lists',
  kind: 'together',
  title: 'Two lists',
  about: 'Each of you answers alone, and then you see what you both leave open.',
  rows: [67],
  level: 2,
  area: 'intimacy',
  minutes: 10,
  here: ['unsure', 'beforeTalk', 'ordinary'],
  steps: [
    {
      k: 'turn',
      who: 'both',
      sec: 30,
      short: 20,
      text: 'One small thing that you like about the other: say it, or think it.',
    },
    {
      k: 'say',
      text: 'Now the same list, first for {A}, then for {B}. The other looks away.',
      hint: 'A no or a not now stays unseen, and so does what only one of you leaves open. No answer is not a yes.',
    },
    { k: 'turn', who: 'A', sec: 15, text: '{A}, the screen is yours. {B} looks away.' },
    { k: 'sort', id: 'listA', ask: '{A}, how is each of these for you, today?', hint, ...list },
    {
      k: 'pick',
      id: 'showA',
      ask: '{A}, may both of you see what you both leave open?',
      hint: either,
      options: show,
      most: 1,
    },
    { k: 'turn', who: 'B', sec: 15, text: '{B}, now it is yours. {A} looks away.' },
    { k: 'sort', id: 'listB', ask: '{B}, how is each of these for you, today?', hint, ...list },
    {
      k: 'pick',
      id: 'showB',
      ask: '{B}, may both of you see what you both leave open?',
      hint: either,
      options: show,
      most: 1,
    },
    { k: 'turn', who: 'both', sec: 15, text: 'Put the screen where both of you can see it.' },
    {
      k: 'beside',
      text: 'This is what you both leave open.',
      left: { id: 'listA', label: '{A}' },
      right: { id: 'listB', label: '{B}' },
      shared: { into: ['yes', 'yesIf', 'askMe'], asked: ['showA', 'showB'] },
    },
    {
      k: 'say',
      text: 'Open is where a talk can begin. Any of it may change, at any time, without a reason.',
    },
  ],
  shortest: [0],
  aftercare: 'What you did not see was not said. It may stay there.',
  next: ['before-we-talk', 'yes-and-no'],
};
