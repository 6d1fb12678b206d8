/** Practice packs: opening one, what is refused and why. */

/** Where in a pack something stands, by what a person sees and not by the keys of the file. */
function place(at: readonly (string | number)[]): string {
  const parts: string[] = [];
  const names: Readonly<Record<string, string>> = {
    practices: 'practice',
    lines: 'line',
    plan: 'line of the plan',
    people: 'person of the plan',
    steps: 'step',
    blanks: 'gap',
    sources: 'source',
  };
  at.forEach((part, n) => {
    const of = at[n - 1];
    if (typeof part === 'number') {
      const name = typeof of === 'string' ? (names[of] ?? of) : '';
      parts.push(`${name} ${part + 1}`.trim());
    } else if (typeof at[n + 1] !== 'number' && /^[A-Za-z]{1,24}$/.test(part))
      parts.push(`“${part}”`);
  });
  return parts.join(', ');
}

const letters = (most: string): string => `It is longer than the ${most} that there is room for.`;

export const packs = {
  language: 'en',
  title: 'Practice packs',
  lead: 'Practices and lines that somebody wrote for you, such as the person you see in their practice. You look at every word first, and take what you like.',
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
  refused: {
    title: 'This pack is not taken',
    nothing: 'Nothing of it was kept.',
    where: (at: readonly (string | number)[]): string => {
      const said = place(at);
      return said === '' ? '' : `Where: ${said}.`;
    },
    why: {
      big: (most: string): string => `The file is bigger than a pack may be (${most} kB).`,
      notText: 'The file is no text, so it is no pack.',
      notJson: 'The file is not whole, or it is something else than a pack.',
      deep: 'Its parts lie inside of each other more deeply than those of any pack.',
      notPack: 'This is a file of something else. A pack says of itself that it is one.',
      newer: 'It was made for a newer Comma. Once this one is up to date, open it again.',
      number: 'There is a number in it that nobody can count to.',
      missing: 'Something that belongs there is not there.',
      unknownStep: 'There is a kind of step that Comma does not know.',
      long: letters,
      empty: 'There is nothing where something belongs.',
      outside: 'A number is too small or too big for what it is for.',
      spelling: 'A name for the machine is spelt in a way that Comma does not take.',
      notOne: (known: string): string =>
        `It is none of what it can be: ${known.replaceAll('|', 'or')}.`,
      otherKind: 'Something else stands where a text, a number or a list belongs.',
      control: 'There is a sign in it that nobody sees and that turns or splits a text.',
      invisible: 'There is a sign in it that nobody sees.',
      piled: 'More marks are piled on one letter than any language has.',
      mixed: 'One word mixes letters of several alphabets that look alike.',
      markup: 'There is code in it. A pack holds words, and nothing else.',
      link: 'There is a link or an address in it. A pack leads nowhere else.',
      blank: 'A text is blank, or has a blank at one of its ends.',
      garbled: 'A text in it is damaged.',
      nothing: 'There is nothing in it to take.',
      sameId: 'Two things in it go by the same id.',
      next: 'What follows a practice is not in the pack, or belongs to an area that may be off.',
      card: 'A step shows a card that is not in the pack, or that may be off.',
      area: 'It speaks of intimacy, and does not belong to that area. It stays for adults who asked for it.',
      tells: (word: string): string =>
        `Its title or its sentence says “${word}”. Others may see those over a shoulder, so at this level they tell nothing.`,
      deckLine: (deck: string): string =>
        deck === 'endings'
          ? 'An ending begins with a comma and ends in a full stop.'
          : deck === 'validation'
            ? 'A line of that deck ends in a full stop.'
            : 'A line of that deck ends in a question mark.',
      helpName:
        'It goes by the name of a help line. Help lines are in Comma itself, where they are checked.',
      commaName: 'It goes by Comma’s own name.',
      changed: 'It was changed after it was signed, or signed with another key than it says.',
      noStep: 'There is no step in it.',
      noShortest: 'Its shortest version has no step.',
      shortestOrder: 'Its shortest version names steps that are not there, or not in their order.',
      shortestNeeds: 'Its shortest version leaves out a step that another one depends on.',
      needsTurns: 'It is for two people, and has no turns.',
      strayTurns: 'It has turns, and is for one person.',
      strayNames: 'It calls two people by name, and is for one.',
      cardBegins: 'A card begins with a page or a guess.',
      twice: (id: string): string => `Two steps go by the id “${id}”.`,
      beforeAfter: 'A scale “before” and a scale “after” come together, or not at all.',
      beforeAfterScale: 'The scales before and after are not the same.',
      noId: 'An id is letters without blanks, and begins with a small one.',
      when: 'It shows only after a choice that nobody can make.',
      gaps: 'The gaps in its sentence are not the ones that are described.',
      unanswered: (id: string): string => `It repeats “${id}”, which nobody was asked before.`,
      without: 'It repeats an answer, and says nothing where there is none.',
      gapInWithout: 'What stands in for an answer repeats an answer, too.',
      words: (count: string): string => `A page holds eighty words. This one has ${count}.`,
      letters: letters('170 letters'),
      breaths: 'Breaths are from 1 to 60.',
      shortBreaths: 'Its short breaths are more than its breaths.',
      seconds: 'Seconds are from 5 to 600.',
      shortSeconds: 'Its short seconds are more than its seconds.',
      most: 'It lets more be picked than there is.',
      ends: 'It ends with a choice that is not there.',
      better: 'Only a scale before or after says which way feels better.',
      onePlace: 'Things are sorted into two places at least.',
      noThings: 'There is nothing to sort or to rate.',
      noList: 'It goes on with a list that nobody wrote before.',
      sides: 'A thing has two sides or more, and is one of those that are there.',
      beside: 'It shows an answer that nobody was asked for before.',
    },
  },
  preview: {
    by: (name: string): string => `By ${name}, in their own words.`,
    edition: (edition: number): string => `Edition ${edition}.`,
    counts: (
      of: Readonly<Record<'practices' | 'cards' | 'lines' | 'notes' | 'people', number>>,
    ): string => {
      const some = (count: number, one: string, more: string): string[] =>
        count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
      const said = [
        ...some(of.practices, 'practice', 'practices'),
        ...some(of.cards, 'card', 'cards'),
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
    remove: 'Remove the pack',
    removeOne: (title: string): string => `Remove “${title}”`,
    removed: 'It went, with all that came with it. What you wrote or changed is still here.',
    removedOne: 'It went. What you wrote is still here.',
    undo: 'Undo',
  },
};
