/**
 * Where in the app the person is. The address holds a neutral word and an id, never a word of theirs;
 * it lives in the hash because the extension's pages are files.
 */
export const screens = [
  'today',
  'practise',
  'play',
  'packs',
  'pack',
  'journal',
  'entry',
  'month',
  'session',
  'anchors',
  'share',
  'body-heart',
  'sleep',
  'night',
  'anchor',
  'anchor-form',
  'movement',
  'meals',
  'bring',
  'pause',
  'settings',
  'prompts',
  'away',
  'noticing',
  'sites',
  'ledger',
  'coming',
  'checks',
  'devices',
  'lock',
  'backup',
  'help',
] as const;

export type Screen = (typeof screens)[number];

export interface Route {
  readonly screen: Screen;
  /** An entry's or a prompt's id, a practice's id; empty when the screen needs none. */
  readonly of: string;
}

/** The month without a practice's lines: a look back. */
export const lookBackName = 'back';

export const hrefOf = (screen: Screen, of = ''): string =>
  `#/${screen}${of === '' ? '' : `/${encodeURIComponent(of)}`}`;
