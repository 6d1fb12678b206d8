/** Takes over the settings of another program from the text of its file. Facts of each format are in its own module. */
import { err, ok, type Result } from '../../../kernel/result.ts';
import { fromBreakTimer, isBreakTimer } from './break-timer.ts';
import { fieldsOf, type Fields, type Imported } from './imported.ts';
import { fromLeechBlock, isLeechBlock, leechBlockLines } from './leechblock.ts';
import { fromSafeEyes, isSafeEyes } from './safe-eyes.ts';
import { fromStretchly, isStretchly } from './stretchly.ts';

export interface ImportTrouble {
  readonly type: 'too large' | 'unreadable' | 'unknown' | 'nothing';
  readonly sentence: string;
}

/** Settings with a few hundred sites are some ten kilobytes (chosen). */
const longestText = 1_000_000;

const formats: readonly (readonly [
  is: (fields: Fields) => boolean,
  from: (fields: Fields) => Imported,
])[] = [
  [isStretchly, fromStretchly],
  [isSafeEyes, fromSafeEyes],
  [isBreakTimer, fromBreakTimer],
  [isLeechBlock, fromLeechBlock],
];

const trouble = (type: ImportTrouble['type'], sentence: string): Result<never, ImportTrouble> =>
  err({ type, sentence });

/** Nothing is kept by this: it says what would be, and what would not. */
export function importRules(text: string): Result<Imported, ImportTrouble> {
  if (text.length > longestText)
    return trouble('too large', 'This file is larger than any settings; nothing was read from it.');
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') return trouble('nothing', 'This file is empty.');
  const isJson = /^[[{"]/.test(plain);
  const fields = isJson ? jsonFields(plain) : leechBlockLines(plain);
  if (!fields)
    return trouble(
      'unreadable',
      isJson
        ? 'This file breaks off or is damaged, so it cannot be read. Exporting it once more may help.'
        : 'This is not a settings file Comma knows.',
    );
  const found = formats.find(([is]) => is(fields));
  if (!found)
    return trouble(
      'unknown',
      'Comma can take over settings of Stretchly, Safe Eyes, BreakTimer and LeechBlock; this looks like none of them.',
    );
  const imported = found[1](fields);
  return imported.prompts.length === 0 && imported.sites.length === 0
    ? trouble(
        'nothing',
        `These are settings of ${imported.from}, with nothing in them to take over.`,
      )
    : ok(imported);
}

function jsonFields(text: string): Fields | undefined {
  try {
    const fields = fieldsOf(JSON.parse(text));
    // BreakTimer keeps its settings inside of a larger file.
    const inner = fields?.object('settings');
    return inner && isBreakTimer(inner) ? inner : fields;
  } catch {
    return undefined; // the caller says what it means
  }
}
