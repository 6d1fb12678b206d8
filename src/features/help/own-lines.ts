/** The help lines as this person has them: some hidden, some changed, some of their own. */
import type { HelpLine } from '../../content/help-lines.ts';
import { textField, type Stored } from '../../kernel/stored.ts';

/** What a person may write of a line. */
export interface LineWords {
  readonly name: string;
  /** A number, an address or a link, as it was typed. */
  readonly call: string;
  /** A number for texts. */
  readonly text: string;
  readonly note: string;
}

export interface ShownLine extends LineWords {
  readonly id: string;
  readonly region: string;
  readonly kind: HelpLine['kind'];
  /** Sent to `text` where only a certain word is understood. */
  readonly word?: string;
  readonly url?: string;
  readonly verifiedOn: string | null;
  readonly hidden: boolean;
  /** Whose words these are; of ours that were changed nothing is confirmed any more. */
  readonly by: 'us' | 'changed' | 'person';
}

/** Where the person's own lines stand: no region has such a name. */
export const ownRegion = 'own';

/** The name of a record that is laid over a line of ours; two devices that change one line write one record. */
export const lineRecordName = (id: string): string => `line.${id}`;
export const lineFields = { part: 'line' } as const;

const lineNames = ['name', 'call', 'text', 'note'] as const;

/** Those of ours as the person has them, and then their own. */
export function linesOf(
  ours: readonly HelpLine[],
  records: readonly (Stored & { readonly alive: boolean })[],
): readonly ShownLine[] {
  const here = records.filter(({ alive, fields }) => alive && fields['part'] === lineFields.part);
  const over = new Map(here.map((record) => [record.id, record]));
  const isOver = ({ id }: Stored): boolean => id.startsWith(`help:${lineRecordName('')}`);
  return [
    ...ours.map((line) => changed(line, over.get(`help:${lineRecordName(line.id)}`))),
    ...here
      .filter((record) => !isOver(record))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((record): ShownLine => ({
        ...{ id: record.id, region: ownRegion, kind: 'anything', verifiedOn: null },
        ...{ hidden: false, by: 'person' },
        ...wordsIn(record),
      })),
  ];
}

const wordsIn = (record: Stored): LineWords => ({
  name: textField(record, 'name'),
  call: textField(record, 'call'),
  text: textField(record, 'text'),
  note: textField(record, 'note'),
});

function changed(line: HelpLine, record: Stored | undefined): ShownLine {
  const { id, region, kind, verifiedOn, url } = line;
  const ours: LineWords = {
    name: line.name,
    call: line.call ?? '',
    text: line.text?.to ?? '',
    note: line.note ?? '',
  };
  // A field that was emptied on purpose is empty; one that was never touched, or taken back, is ours.
  const theirs = lineNames.filter((name) => typeof record?.fields[name] === 'string');
  const words = record
    ? { ...ours, ...Object.fromEntries(theirs.map((name) => [name, textField(record, name)])) }
    : ours;
  const isOurs = lineNames.every((name) => words[name] === ours[name]);
  const word = line.text?.word;
  return {
    ...{ id, region, kind, verifiedOn: isOurs ? verifiedOn : null },
    ...words,
    ...(word !== undefined && words.text === ours.text && { word }),
    ...(url !== undefined && { url }),
    hidden: record?.fields['hidden'] === true,
    by: isOurs ? 'us' : 'changed',
  };
}

/** Fields that make a line of ours what it was. */
export const asOurs = Object.fromEntries(lineNames.map((name) => [name, null]));

/** Whether a line says anything yet. */
export const isLine = ({ name, call, text, url }: ShownLine): boolean =>
  [name, call, text, url ?? ''].some((words) => words.trim() !== '');
