/** Why nothing of a file can be brought, and where in it. */

/** Where: `line` counts as an editor does, from 1; `file` is one inside of a zip. */
export interface Trouble {
  readonly type:
    | 'empty'
    | 'unknown'
    | 'nothing'
    | 'notText'
    | 'encoding'
    | 'tooLarge'
    | 'tooManyRows'
    | 'longText'
    | 'openQuote'
    | 'cutOff'
    | 'uneven'
    | 'noColumn'
    | 'unreadable'
    | 'badJson'
    | 'badZip'
    | 'zipCutOff'
    | 'zipBomb'
    | 'zipPath'
    | 'zipLink'
    | 'zipEntries'
    | 'zipSealed'
    | 'zipDamaged';
  readonly line?: number;
  readonly column?: string;
  readonly file?: string;
}
