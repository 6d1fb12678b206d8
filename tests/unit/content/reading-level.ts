/** Flesch–Kincaid grade (Kincaid et al. 1975), with a small English syllable counter. */
export function gradeOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part));
  const words = text.match(/[\p{L}'’]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

export function syllablesOf(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/['’].*$/, '')
    // Silent endings: hop(e), lov(es), lik(ed); but lit-tle, want-ed, noi-ses keep theirs.
    .replace(/([^aeiouylsxzcg])es$/, '$1')
    .replace(/([^aeiouydt])ed$/, '$1')
    .replace(/([^aeiouyl])e$/, '$1')
    .replace(/([aeiouy])le$/, '$1l')
    .replace(/([aeiouy]\w?)e(ful|less|ly|ment|thing)/, '$1$2');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
