/** Why a pack is not taken, and where in it that stands. */
import type { StructureProblem } from '../../content/practice-structure.ts';
import type { WordTrouble } from './safe-words.ts';

export interface Refusal {
  readonly why:
    FileTrouble | ShapeTrouble | WordTrouble | ContentTrouble | StructureProblem['what'];
  /** Keys and positions down to it, as in the file; empty for the whole of it. */
  readonly at: readonly (string | number)[];
  /** A number, an id or a name out of a list; never a stranger's sentence. */
  readonly of?: string;
}

type FileTrouble = 'big' | 'notText' | 'notJson' | 'deep' | 'notPack' | 'newer' | 'number';
type ShapeTrouble =
  'missing' | 'unknownStep' | 'long' | 'empty' | 'outside' | 'spelling' | 'notOne' | 'otherKind';
type ContentTrouble =
  | 'nothing'
  | 'sameId'
  | 'next'
  | 'card'
  | 'area'
  | 'tells'
  | 'deckLine'
  | 'deck'
  | 'deckEmpty'
  | 'helpName'
  | 'commaName'
  | 'changed';

export const refusal = (
  why: Refusal['why'],
  at: Refusal['at'] = [],
  of?: string | number,
): Refusal => ({ why, at, ...(of !== undefined && { of: String(of) }) });
