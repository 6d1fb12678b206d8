import type { Practice } from '../../practice.ts';

/** Between right and wrong there is a lot of room. */
export const shades: Practice = {
  id: 'shades',
  kind: 'card',
  title: 'Shades',
  about: 'A place for things that are neither right nor wrong.',
  rows: [61],
  level: 1,
  area: 'intimacy',
  minutes: 3,
  here: ['unsure', 'ashamed'],
  steps: [
    {
      k: 'page',
      heading: 'More than two drawers',
      text: 'Many of us were handed two drawers, right and wrong, and told to sort everything about closeness into them. The World Health Organization uses different words: well-being, respect, safety, freedom from pressure. Within those, people differ a great deal. So here are four drawers. “It depends” is one of them, and so is “I do not know yet”.',
    },
    {
      k: 'list',
      id: 'things',
      ask: 'What would you like to look at?',
      hint: 'One thing a line, in words that only you need to understand.',
      most: 8,
    },
    {
      k: 'sort',
      id: 'drawers',
      ask: 'Where does each one lie, today?',
      into: {
        fits: 'fits me',
        depends: 'depends on …',
        other: 'not for me',
        open: 'do not know yet',
      },
      from: 'things',
      own: 4,
      note: 'What it depends on',
    },
    { k: 'say', text: 'Not for me can be fine for others. Not yet can stay so for good.' },
  ],
  shortest: [0],
  next: ['not-knowing-yet', 'many-kinds-of-normal'],
  sources: [
    {
      name: 'World Health Organization: Sexual health, as given by the Health Portal of Luxembourg',
      readOn: '2026-11-27',
      url: 'https://santesecu.public.lu/en/espace-citoyen/departement-sante/prevention/sante-sexuelle.html',
    },
  ],
};
