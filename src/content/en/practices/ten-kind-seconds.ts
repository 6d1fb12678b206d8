import type { Practice } from '../../practice.ts';

/** A tool of under a minute: one sentence, read twice. */
export const tenKindSeconds: Practice = {
  id: 'ten-kind-seconds',
  kind: 'guided',
  title: 'Ten kind seconds',
  about: 'One kind sentence, and the time to let it in.',
  rows: [50],
  level: 0,
  area: 'kindness',
  minutes: 1,
  here: ['harshVoice', 'ashamed', 'sad', 'afterMisstep', 'ordinary'],
  steps: [
    { k: 'line', deck: 'worth' },
    {
      k: 'still',
      sec: 10,
      text: 'Hear it once more, as if from someone who is glad that you exist.',
    },
    { k: 'say', text: 'You may believe it later. Hearing it is enough.' },
  ],
  shortest: [0],
  next: ['half-a-minute'],
};
