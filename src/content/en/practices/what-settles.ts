import type { Practice } from '../../practice.ts';

/** Last of five on the threat system: what is known to help, and how surely. */
export const whatSettles: Practice = {
  id: 'what-settles',
  kind: 'card',
  title: 'What settles a body',
  about: 'Slow breath and a warm hand, and what is known about them.',
  rows: [49],
  level: 0,
  area: 'body',
  minutes: 2,
  here: ['tense', 'cannotSleep', 'beforeTalk'],
  steps: [
    {
      k: 'page',
      heading: 'The slow breath',
      text: 'Thirty-one studies of slow breathing, put side by side, found that it eases the heart and the blood pressure within minutes. Whether it lifts the mood is less clear. So if you breathe slowly and feel no different, nothing went wrong: the body may have heard it first. If you get dizzy, breathe as you always do.',
    },
    {
      k: 'page',
      heading: 'The warm hand',
      text: 'In one trial people had to give a stressful talk. Some rested a hand on themselves, some were hugged. In both groups the stress hormone stayed lower than in those who had neither. They did not report feeling calmer. A hand anywhere will do: on an arm, on the other hand, on a cushion. If touch is not welcome, leave it.',
    },
    {
      k: 'breath',
      pattern: '4-6',
      breaths: 3,
      short: 1,
      text: 'Three of them now, if you like.',
    },
  ],
  shortest: [0, 2],
  next: ['six-slow-breaths', 'old-alarm'],
  sources: [
    {
      name: 'Shao, Man and Lee 2024: The effect of slow-paced breathing, Mindfulness 15, 1–18',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1007/s12671-023-02294-2',
    },
    {
      name: 'Dreisoerner and others 2021: Self-soothing touch and being hugged reduce cortisol responses to stress, Comprehensive Psychoneuroendocrinology 8',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1016/j.cpnec.2021.100091',
    },
  ],
};
