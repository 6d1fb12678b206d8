/** Says a region in the first language that has a word for it. */
export function regionNames(languages: readonly string[]): (region: string) => string {
  const names = new Intl.DisplayNames([...languages], { type: 'region' });
  return (region) => names.of(region) ?? region;
}
