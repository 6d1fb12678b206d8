/** For components, which do not touch the vault themselves. */
import { Autosave } from '../vault/autosave.ts';

export const autosaveOf = <Value>(save: (value: Value) => Promise<void>): Autosave<Value> =>
  new Autosave(save);
