/** Practice packs: opening one, what is refused and why. */

import { packRefusals } from './pack-refusals.ts';

export const packs = {
  language: 'en',
  title: 'Practice packs',
  lead: 'Practices, decks and lines that somebody wrote for you, such as the person you see in their practice. You look at every word first, and take what you like.',
  link: {
    label: 'Practice packs',
    about: 'Open one that you were given, or write one.',
  },
  back: 'Practise',
  open: {
    title: 'Open a pack',
    about:
      'A file that ends in .json, or a code on a screen or on paper. Nothing is kept before you say so.',
    file: 'Choose a file',
    camera: 'Read a code',
    scan: {
      looking: 'Hold the code of the pack in front of the camera.',
      other: 'That is some other code. The right one comes from a practice pack in Comma.',
      denied:
        'The browser does not let Comma use the camera. You can allow it in the browser’s settings for this page, or open the pack as a file.',
      none: 'No camera was found here. Open the pack as a file instead.',
      busy: 'Another program is using the camera. Close it there and try again, or open the pack as a file.',
    },
    unreadable: 'This file could not be read. Nothing changed.',
  },
  refused: packRefusals,
  preview: {
    by: (name: string): string => `By ${name}, in their own words.`,
    edition: (edition: number): string => `Edition ${edition}.`,
    counts: (
      of: Readonly<Record<'practices' | 'cards' | 'decks' | 'lines' | 'notes' | 'people', number>>,
    ): string => {
      const some = (count: number, one: string, more: string): string[] =>
        count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
      const said = [
        ...some(of.practices, 'practice', 'practices'),
        ...some(of.cards, 'card', 'cards'),
        ...some(of.decks, 'deck', 'decks'),
        ...some(of.lines, 'line', 'lines'),
        ...some(of.notes, 'line for your plan', 'lines for your plan'),
        ...some(of.people, 'person for it', 'people for it'),
      ];
      const last = said.pop();
      if (last === undefined) return '';
      return said.length === 0 ? `${last}.` : `${said.join(', ')} and ${last}.`;
    },
    signed: {
      yes: 'Signed with the key',
      about:
        'Whoever gave it to you can read you the same digits. Comma knows the key, not the person.',
      none: 'Not signed. Nobody can tell whether it was changed on its way to you.',
      unknown:
        'It says that it is signed. This browser cannot check that, so take it as not signed.',
    },
    heed: {
      sameName: 'It is called like one of Comma’s own.',
      numbers:
        'Some of it has a telephone number, or names a help line. Nobody at Comma has checked those. The checked ones are under “A hard moment”.',
      leftOut: (count: number): string =>
        count === 1
          ? 'One thing in the file is unknown to this Comma, and is left out.'
          : `${count} things in the file are unknown to this Comma, and are left out.`,
      older: 'You have a newer edition of this pack.',
      otherKey: 'You have a pack of this name that was signed with another key, or not at all.',
      off: (count: number): string =>
        count === 1
          ? 'One thing belongs to an area that is off here. It is not shown, and not taken.'
          : `${count} things belong to areas that are off here. They are not shown, and not taken.`,
    },
    standing: {
      new: 'new',
      same: 'you have it',
      changed: 'changed',
      mine: 'changed here by you: your wording stays',
    },
    gone: (count: number): string =>
      count === 1
        ? 'One thing that you took is not in this edition. It stays here.'
        : `${count} things that you took are not in this edition. They stay here.`,
    marks: {
      title: 'What reads otherwise now',
      otherwise: 'Its words are the same. Its order, its times or its sources are not.',
      came: 'new: ',
      went: 'before: ',
    },
    lines: 'Lines',
    plan: 'For your plan for a hard moment',
    planAbout: 'They stand in the plan behind your own, and you can change each there.',
    peopleAbout: 'How to reach them is for you to write: no pack brings a number to call.',
    words: 'Every word of it',
    closed: 'Stays inside the app, and is not shown in what others may see.',
    deck: 'A deck.',
    takeDeck: (title: string): string => `Take the deck “${title}”`,
    takeIt: (title: string): string => `Take “${title}”`,
    take: (count: number): string => (count === 1 ? 'Take this one' : `Take these ${count}`),
    none: 'Pick at least one thing to take.',
    leave: 'Leave it',
    taken: 'It is with your practices and decks now.',
    again: 'You have all of it already.',
    steps: {
      say: 'to read',
      breath: 'breathing',
      still: 'quiet',
      line: 'a line out of a deck',
      pick: 'a choice',
      feelings: 'feelings',
      weather: 'weather inside',
      body: 'a place in the body',
      scale: 'a scale',
      rate: 'a scale for each of a few',
      write: 'to write',
      blanks: 'a sentence with gaps',
      list: 'a list',
      columns: 'two columns',
      sort: 'sorting',
      date: 'a day',
      seal: 'a letter for later',
      beside: 'two answers',
      turn: 'a turn',
      page: 'a page',
      guess: 'a question with its answer',
      card: 'a card',
    },
    breaths: (count: number): string => (count === 1 ? '1 breath' : `${count} breaths`),
    seconds: (count: number): string => `${count} seconds`,
  },
  write: {
    title: 'Write a pack',
    about: 'Lines and practices for somebody else. It stays here until you hand it over.',
    new: 'A new pack',
    unnamed: 'A pack without a name',
    holds: (practices: number, lines: number): string =>
      `${practices === 1 ? '1 practice' : `${practices} practices`}, ${lines === 1 ? '1 line' : `${lines} lines`}.`,
  },
  taken: {
    title: 'What you took',
    none: 'Nothing yet.',
    from: (by: string): string => `From ${by}`,
    deckFrom: (by: string, pack?: string): string =>
      pack === undefined ? `From ${by}.` : `From “${pack}” by ${by}.`,
    notes: (count: number): string =>
      count === 1
        ? 'And one line in your plan for a hard moment.'
        : `And ${count} lines in your plan for a hard moment.`,
    people: (count: number): string =>
      count === 1
        ? 'And somebody in your plan for a hard moment.'
        : `And ${count} people in your plan for a hard moment.`,
    yours: 'Kept from packs that went',
    mine: 'changed by you',
    changeShort: 'Change',
    change: (title: string): string => `Change “${title}”`,
    rename: {
      open: 'Rename this deck',
      title: 'What you call it',
      blank: (made: string): string => `Left empty, it is “${made}” again.`,
      save: 'Save',
      notNow: 'Not now',
    },
    remove: 'Remove the pack',
    removeOne: (title: string): string => `Remove “${title}”`,
    removed: 'It went, with all that came with it. What you wrote or changed is still here.',
    removedOne: 'It went. What you wrote is still here.',
    undo: 'Undo',
  },
};
