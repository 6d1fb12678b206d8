/** Around the help lines, which have their own words. */
export const help = {
  language: 'en',
  title: 'Help',
  opening: 'People you can talk to, whatever the hour feels like.',
  emergency: 'If someone is in danger right now, the emergency number comes first.',
  unchecked: 'We have not been able to confirm this number yet.',
  old: 'It has been over a year since we checked this number.',
  danger: 'In danger',
  own: 'Emergency number where I am',
  ownHint: 'Yours stands first. It travels with your settings.',
  where: 'Where are you?',
  anywhere: 'Anywhere',
  call: (number: string): string => `Call ${number}`,
  text: (to: string, word?: string): string =>
    word === undefined ? `Text ${to}` : `Text ${word} to ${to}`,
  page: 'Open the page',
  checked: (month: string): string => `Checked in ${month}`,
  kinds: {
    anything: 'For anything at all',
    abuse: 'When someone close hurts you',
    assault: 'After sexual violence',
    health: 'Advice on health',
    directory: 'Lines by country',
  },
};
