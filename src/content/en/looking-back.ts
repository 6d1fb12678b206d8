/** Looking back on a month. */
export const lookingBack = {
  language: 'en',
  title: 'Looking back',
  lead: 'You choose what you look at. None of it is a mark.',
  back: 'Journal',
  choose: 'What to look at',
  heat: {
    label: 'How hot the harsh voice was',
    hint: 'From your notes of where it speaks, over twelve months.',
    said: (month: string, median: string, notes: string): string =>
      `${month}: about ${median} of 10, the middle of ${notes}.`,
    notes: (count: number): string => (count === 1 ? '1 note' : `${count} notes`),
    caption: 'Month by month',
    columns: { month: 'Month', median: 'The middle one, of 10', count: 'Notes' },
    none: 'Nothing is noted of it in these months.',
  },
  kind: {
    label: 'Entries that ended with a kind line',
    hint: 'Of those that came from a practice with a kind line at its end.',
    said: (ended: number, of: number): string => `${ended} of ${of} ended with a kind line.`,
    none: 'No entry of this month came from such a practice.',
  },
  words: {
    label: 'My words, then and now',
    hint: 'Two entries beside each other; you pick both.',
    then: 'Then',
    now: 'Now',
    ago: (months: number): string => (months === 1 ? 'a month before' : `${months} months before`),
    entryThen: 'An entry of then',
    entryNow: 'An entry of this month',
    pick: 'Pick one',
    none: 'No entry in that month.',
  },
  private: {
    label: 'Private entries, too',
    hint: 'Only until you leave this page.',
  },
};
