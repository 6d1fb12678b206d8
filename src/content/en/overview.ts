/** All anchors at once: what steadies a day, and how it stands today. */
export const overview = {
  language: 'en',
  title: 'Anchors',
  lead: 'What steadies your days. Note what you like, and leave the rest.',
};
