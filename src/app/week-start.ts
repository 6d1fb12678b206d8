interface KnowsWeeks extends Intl.Locale {
  getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/** The day a week begins with where this person is from, 1 for Monday to 7; Monday where the browser does not know. */
export function weekStartOf(languages: readonly string[]): number {
  const locale: KnowsWeeks = new Intl.Locale(languages[0] ?? 'en-GB');
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
