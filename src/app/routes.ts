/**
 * Where in the app the person is. The address holds a neutral word and an id, never a word of theirs;
 * it lives in the hash because the extension's pages are files.
 */
const screens = [
  'today',
  'practise',
  'journal',
  'entry',
  'pause',
  'settings',
  'ledger',
  'help',
] as const;

export type Screen = (typeof screens)[number];

export interface Route {
  readonly screen: Screen;
  /** An entry's id, a practice's name; empty when the screen needs none. */
  readonly of: string;
}

/** Anything unknown is Today: an old link never meets an error. */
export function parseRoute(hash: string): Route {
  const [name = '', ...rest] = hash.replace(/^#?\/?/, '').split('/');
  const screen = screens.find((known) => known === name) ?? 'today';
  return { screen, of: decoded(rest.join('/')) };
}

export const hrefOf = (screen: Screen, of = ''): string =>
  `#/${screen}${of === '' ? '' : `/${encodeURIComponent(of)}`}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a hand-typed % that is no escape
  }
}
