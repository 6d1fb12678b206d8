/** Settings of another program. */
export const imports = {
  language: 'en',
  title: 'Bring settings along',
  about:
    'From Stretchly, Safe Eyes, BreakTimer or LeechBlock. Nothing changes before you have seen what would.',
  file: 'Choose a file',
  paste: 'Or paste its text',
  read: 'Look at it',
  found: (peer: string): string => `These are settings of ${peer}.`,
  prompts: 'New prompts',
  others: 'Your present prompts stay on the list, turned off.',
  settings: 'Also',
  hours: 'Your hours change to those of the file.',
  value: (label: string, value: string): string => `${label}: ${value}.`,
  sites: (count: number): string =>
    count === 1
      ? 'One site has no place here yet and stays as it is.'
      : `${count} sites have no place here yet and stay as they are.`,
  notes: 'What comes out differently',
  take: 'Take these over',
  leave: 'Leave it',
  unreadable: 'This file could not be read. Nothing changed.',
};
