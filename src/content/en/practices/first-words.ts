import type { Practice } from '../../practice.ts';

/** A phrasebook in three columns: longing, curiosity, discomfort. */
export const firstWords: Practice = {
  id: 'first-words',
  kind: 'card',
  title: 'Words to begin with',
  about: 'Beginnings of sentences that are hard to begin.',
  rows: [76],
  level: 2,
  area: 'intimacy',
  minutes: 5,
  here: ['beforeTalk', 'unsure'],
  steps: [
    {
      k: 'page',
      heading: 'For longing',
      text: '“I miss …” · “I have been thinking of the time when we …” · “It would make me happy if …” · “More of this, please: …”. Say what you long for, and leave the door open: “and you?”. Across ninety-three studies, people who could talk well about these things were happier with each other. A clumsy start is still a start.',
    },
    {
      k: 'write',
      id: 'longing',
      ask: 'One of yours, for longing.',
      most: 280,
      starters: ['I miss', 'It would make me happy if', 'More of this, please:'],
    },
    {
      k: 'page',
      heading: 'For being curious',
      text: '“I wonder what it would be like to …” · “Could we talk about something, only talk?” · “Is there a thing you have wondered about?” · “I am curious and a bit scared of …”. To wonder aloud is not to ask for it. You can say that, too: “This is a thought. Nothing has to come of it.”',
    },
    {
      k: 'write',
      id: 'curious',
      ask: 'One for being curious.',
      most: 280,
      starters: ['I wonder', 'Could we talk about', 'I am curious and a bit scared of'],
    },
    {
      k: 'page',
      heading: 'For when it is too much',
      text: '“Slower.” · “Not this, but I would like …” · “I need a minute.” · “Stop, please. Nothing is your fault.” · “I said yes before, and today it is a no.” Short ones are good: in the moment, long sentences are hard to find. You owe no reason. If these words are met with anger or pushing, the words were not the problem.',
    },
    {
      k: 'write',
      id: 'tooMuch',
      ask: 'One for when it is too much.',
      hint: 'Short enough to say in one breath.',
      most: 140,
      starters: ['Slower.', 'I need a minute.', 'Not this, but'],
    },
    {
      k: 'scale',
      id: 'sure',
      ask: 'How sure are you of these words?',
      top: 10,
      low: 'trying them on',
      high: 'they are mine',
    },
    {
      k: 'write',
      id: 'to',
      ask: 'Is there someone it would be safe to say them to?',
      hint: 'A letter or a nickname is enough. “Nobody yet” is an answer.',
      most: 60,
    },
  ],
  shortest: [4, 5],
  aftercare: 'You can say one to a wall first. Walls are patient.',
  next: ['said-aloud', 'when-it-is-not-safe'],
  sources: [
    {
      name: 'Mallory 2022: Dimensions of couples’ sexual communication, Journal of Family Psychology 36, 358–371',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1037/fam0000946',
    },
  ],
};
