/** Why a practice pack is not taken, and where in it that stands. */

/** Where in a pack something stands, by what a person sees and not by the keys of the file. */
function place(at: readonly (string | number)[]): string {
  const parts: string[] = [];
  const names: Readonly<Record<string, string>> = {
    practices: 'practice',
    lines: 'line',
    decks: 'deck',
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

export const packRefusals = {
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
    deck: 'It names a deck that is neither one of Comma’s nor one of this pack, or that may be off.',
    deckEmpty: 'There is no line in this deck.',
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
    shared:
      'What two people share takes two lists of the same things, a turn between them and after them, and a yes from each.',
  },
};
