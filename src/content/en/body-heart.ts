/** The body and the heart of a week. */
export const bodyHeart = {
  language: 'en',
  title: 'Body and heart',
  back: 'Anchors',
  link: 'Body and heart, side by side',
  earlier: 'The week before',
  later: 'The week after',
  span: (from: string, until: string): string => `${from} to ${until}`,
  sentence: (noted: string): string => `Noted: ${noted}.`,
  days: (count: number): string =>
    count === 1 ? 'feelings on 1 day' : `feelings on ${count} days`,
  kind: (count: number): string => (count === 1 ? '1 kind moment' : `${count} kind moments`),
  quiet: 'Nothing is noted in these days, and that is fine.',
  strip: {
    title: 'Seven days: feelings and kind moments above, anchors below',
    feelings: 'Feelings · ● light ○ heavy ◌ in my own words',
    kind: 'Kind moments: pauses and practices',
    night: 'Nights',
    noted: 'noted',
    none: '–',
  },
  together: {
    title: 'What tended to go together',
    about: (days: number): string => `In the last ${days} days that tell both.`,
    more: (one: string, share: string, others: string): string =>
      `${one} and light feelings tended to go together: there were some on ${share} of such days, and on ${others} of the others.`,
    less: (one: string, share: string, others: string): string =>
      `${one} and light feelings tended to be apart: there were some on ${share} of such days, and on ${others} of the others.`,
    share: (some: number, of: number): string => `${some} of ${of}`,
    night: (length: string): string => `Nights of ${length} or more`,
    anchor: (name: string): string => `“${name}”`,
    few: (pairs: number, least: number): string =>
      `It takes ${least} days that tell both an anchor and a feeling. There are ${pairs}.`,
    nothing: 'Nothing stood out, and nothing has to.',
    how: 'How this is counted',
    howAbout:
      'Days with an anchor are laid beside days that say “not today”; of nights, the longer half beside the shorter one. A pair is shown when the 95 % interval of the difference of the two shares (Newcombe 1998, method 10) leaves out zero. It says what came together, never why; and of many pairs, now and then one is chance.',
  },
};
