/** The first of our languages that the person prefers (BCP 47, best first); the first one when none. */
export function spoken<Told extends { readonly language: string }>(
  ours: readonly [Told, ...Told[]],
  preferred: readonly string[],
): Told {
  for (const tag of preferred) {
    const known = ours.find(({ language }) => language === tag.split('-')[0]?.toLowerCase());
    if (known) return known;
  }
  return ours[0];
}

/** The words of one screen, for whoever prefers which languages; they load with the screen that asks. */
export const inTongues =
  <Told extends { readonly language: string }>(...ours: readonly [Told, ...Told[]]) =>
  (preferred: readonly string[]): Told =>
    spoken(ours, preferred);
