import type { Practice } from '../../practice.ts';

/** Health, as two people can talk about it. What is on offer differs by place, so each page points to people who know. */
export const saferTogether: Practice = {
  id: 'safer-together',
  kind: 'card',
  title: 'Looking after each other',
  about: 'Health, protection and what to do after a mishap, in five short pages.',
  rows: [69],
  level: 1,
  area: 'intimacy',
  minutes: 4,
  here: ['beforeTalk', 'unsure'],
  steps: [
    {
      k: 'page',
      heading: 'Something in between',
      text: 'Condoms, used each time and put on right, are among the best protections there are, for HIV as well. They do not cover everything, as some things pass from skin to skin. Lubricants with oil in them weaken them; ones made with water do not. To bring one along is a kindness to both, and says nothing about trust.',
    },
    {
      k: 'page',
      heading: 'A test is ordinary',
      text: 'Most of these infections show no sign, or next to none. That is why people are tested who feel fine: now and then, with somebody new, or before two people stop using condoms. A clinic for sexual health does it quietly, and some send a kit. Whatever it finds, it can be treated or lived with. Having one is a matter of health, and not of worth.',
    },
    {
      k: 'page',
      heading: 'Shots and pills that protect',
      text: 'There are vaccines against hepatitis B and against HPV, a virus that can lead to cancer. A daily pill called PrEP protects from HIV. Contraception is a topic of its own, and it is for two to think about, not for one. A doctor, a nurse or a pharmacist can tell what fits you and what it costs where you live.',
    },
    {
      k: 'page',
      heading: 'After a mishap',
      text: 'It slipped, or tore, or was left out. Time counts now. Emergency contraception works up to five days after, and the sooner the better; a pharmacist can tell which kind. If HIV is a worry, a course called PEP has to start within three days, best on the first. Where clinics are closed, an emergency room often has it. You need not explain how it came about.',
    },
    {
      k: 'page',
      heading: 'Drink and other things',
      text: 'Drink and drugs blur what one wants and what one hears. Somebody who is very drunk or high cannot say yes, even with the word. Some pairs decide what is off the table on such nights while both are clear. If it has become hard to be close without, that can be talked about as well.',
    },
    {
      k: 'pick',
      id: 'talk',
      ask: 'Have you two talked about any of this?',
      options: {
        yes: 'yes, we have',
        part: 'about some of it',
        notYet: 'not yet',
        nobody: 'there is nobody right now',
      },
      most: 1,
    },
    {
      k: 'date',
      id: 'talkedOn',
      ask: 'We talked about it on this day, or would like to.',
    },
  ],
  shortest: [3],
  aftercare: 'A short question asked early is easier than a long one asked late.',
  next: ['more-kindly', 'turn-by-turn'],
  sources: [
    {
      name: 'World Health Organization: Sexually transmitted infections, fact sheet',
      readOn: '2026-11-27',
      url: 'https://www.who.int/news-room/fact-sheets/detail/sexually-transmitted-infections-(stis)',
    },
    {
      name: 'Newcastle Hospitals, NHS: STI prevention',
      readOn: '2026-11-27',
      url: 'https://www.newcastle-hospitals.nhs.uk/services/sexual-health/sti-screening/sti-prevention/',
    },
    {
      name: 'Sexual Health Hertfordshire, NHS: Emergency contraception',
      readOn: '2026-11-27',
      url: 'https://www.sexualhealthhertfordshire.clch.nhs.uk/emergency-contraception',
    },
    {
      name: 'Lewisham and Greenwich, NHS: PrEP and PEP',
      readOn: '2026-11-27',
      url: 'https://www.lewishamandgreenwich.nhs.uk/prep-and-pep/',
    },
    {
      name: 'SH:24: Drugs and alcohol',
      readOn: '2026-11-27',
      url: 'https://sh24.org.uk/sexual-health/drugs-alcohol',
    },
  ],
};
