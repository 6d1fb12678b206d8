import type { Practice } from '../../practice.ts';

/** It asks nothing, so that nothing of it is kept. The lines themselves are on the help screen. */
export const whenItIsNotSafe: Practice = {
  id: 'when-it-is-not-safe',
  kind: 'card',
  title: 'When it is not safe',
  about: 'Plain signs, and where people are who can help.',
  rows: [99],
  level: 2,
  traceless: true,
  area: 'kindness',
  minutes: 2,
  here: ['afterTalk', 'unsure'],
  steps: [
    {
      k: 'page',
      heading: 'What it can look like',
      text: 'You are afraid of what happens if you say no. Somebody checks your phone, your money, or where you go. They keep you from friends. They shout, threaten, hurt you, or smash things. They push until you give in, or go on after you said stop. It can be anyone, of any gender, and it can look calm from outside. One of these is enough to ask for help.',
    },
    {
      k: 'page',
      heading: 'No agreement can fix this',
      text: 'Agreements work between people who are both free to say no. They cannot fix force or fear, and they can be turned against you. The same is true of talks for two, even with a counsellor in the room. What is done to you is the choice of the one who does it. You did not cause it, and finding better words is not your task.',
    },
    {
      k: 'page',
      heading: 'People to talk to',
      text: 'The help screen has lines for many places, with the emergency number first. It opens without a connection. You do not have to be sure that it counts. You do not have to have left, or want to leave. You can ask about one small thing and hang up. A call may show in the history of a phone, so a friend’s phone can be the safer one.',
    },
    {
      k: 'page',
      heading: 'If somebody may look here',
      text: 'The lock in the settings keeps the journal closed. Press Shift three times within five seconds, here or with the lock on, and an everyday page takes the place of Comma. Do not pair a device that others can open, and do not send them an export. A prompt can have any name you like. A sudden change may be noticed, so a device that nobody else opens is the safest place to look for help.',
    },
  ],
  shortest: [0, 2],
  aftercare: 'You can close this at any point. It has asked you nothing.',
  next: ['feet-seat-hands', 'more-help'],
  sources: [
    {
      name: 'Somerset Domestic Abuse: Recognising unhealthy relationships',
      readOn: '2026-11-27',
      url: 'https://somersetdomesticabuse.org.uk/am-i-being-abused/recognising-unhealthy-relationships/',
    },
    {
      name: 'National Domestic Violence Hotline: Why we don’t recommend couples counseling for abusive relationships',
      readOn: '2026-11-27',
      url: 'https://www.thehotline.org/2014/08/01/why-we-dont-recommend-couples-counseling-for-abusive-relationships/',
    },
    {
      name: 'Oregon Coalition Against Domestic and Sexual Violence: Information for survivors',
      readOn: '2026-11-27',
      url: 'https://www.ocadsv.org/resources/browse/279',
    },
  ],
};
