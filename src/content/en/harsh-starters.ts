import type { HarshStarter } from '../schema.ts';

/** Ordinary harsh sentences to pick from when typing one's own is too much. */
export const harshStarters = [
  { id: 'harsh-01', text: 'I ruined it again.' },
  { id: 'harsh-02', text: 'I am too much.' },
  { id: 'harsh-03', text: 'I never get this right.' },
  { id: 'harsh-04', text: 'I am so far behind.' },
  { id: 'harsh-05', text: 'You always do this.' },
  { id: 'harsh-06', text: 'I said the wrong thing.' },
  { id: 'harsh-07', text: 'I look all wrong.' },
  { id: 'harsh-08', text: 'I let everyone down.' },
] as const satisfies readonly HarshStarter[];
