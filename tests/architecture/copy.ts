/** Finds what a person could read in a source file: markup text, spoken attributes and strings of prose. */
import { parse } from 'svelte/compiler';

/** Words Comma never says to a person, each with why not: they grade, blame or command. */
const never =
  /\b(?:streaks?|fail(?:s|ed|ing|ures?)?|missed|broken?|guilt(?:y)?|lazy|cheat(?:s|ed|ing)?|bad days?|must|should(?:n[’']t)?|you forgot)\b/giu;

/** What would tell a bystander something about the person whose screen it is. */
const personal =
  /\b(?:you(?:rs?|rself)?|my|me|feel\w*|mood|sad|shame\w*|asham\w*|body|journal\w*|entr(?:y|ies)|diary|sleep\w*|anxi\w*|stress\w*|sex\w*|partner|therap\w*|health|worth\w*|harsh|kind\w*|breath\w*)\b/giu;

const found = (words: RegExp, text: string): string[] =>
  (text.match(words) ?? []).map((word) => word.toLowerCase());

export const neverSaid = (text: string): string[] => found(never, text);
// "If you like" is the one "you" a lock screen may show: it says nothing about whoever reads it.
export const personalWords = (text: string): string[] =>
  found(personal, text.replace(/\bif you like\b/giu, ''));

const spokenAttributes = new Set([
  'alt',
  'title',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);

/** Names for the browser and for styles; nobody reads them. */
const unseenAttributes = new Set([
  'class',
  'id',
  'for',
  'href',
  'src',
  'name',
  'type',
  'd',
  'role',
]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Texts of a `.svelte` file a person may see or hear. */
export function textsOfComponent(source: string): string[] {
  const texts: string[] = [];
  const { fragment, instance, module } = parse(source, { modern: true });
  visit(fragment, true, texts);
  for (const script of [instance, module]) if (script) visit(script.content, false, texts);
  return texts;
}

/** Texts of a TypeScript module that holds copy. */
export const textsOfModule = (source: string): string[] =>
  textsOfComponent(`<script lang="ts">${source}</script>`);

/** `shown`: inside markup every string counts; in a script only prose does, or the value of words like `'idle'` would. */
function visit(value: unknown, shown: boolean, texts: string[]): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, shown, texts);
    return;
  }
  if (!isNode(value)) return;
  const { type } = value;
  // What a developer reads: where code comes from, and errors that report a bug.
  if (type === 'ImportDeclaration' || type === 'Comment' || isError(value)) return;
  if (type.startsWith('TS') && !type.endsWith('Expression')) return;
  // A value the code compares with is not shown.
  if (type === 'BinaryExpression' && /^[!=]==?$/.test(String(value['operator']))) return;
  if (type === 'Attribute') {
    const name = String(value['name']);
    // On a component any attribute may end up on the screen; its blanks tell prose from settings.
    if (!unseenAttributes.has(name)) visit(value['value'], spokenAttributes.has(name), texts);
    return;
  }
  if (type === 'Text') add(value['data'], shown, texts);
  if (type === 'Literal') add(value['value'], shown, texts);
  if (type === 'TemplateElement' && isCooked(value['value']))
    add(value['value'].cooked, shown, texts);
  for (const child of Object.values(value)) visit(child, shown, texts);
}

const isError = ({ type, callee }: Node): boolean =>
  type === 'NewExpression' && isNode(callee) && /Error$/.test(String(callee['name']));

const isCooked = (value: unknown): value is { cooked: string } =>
  typeof value === 'object' && value !== null && 'cooked' in value;

function add(value: unknown, shown: boolean, texts: string[]): void {
  if (typeof value !== 'string') return;
  const text = value.trim();
  if (text !== '' && (shown || /\s/.test(text))) texts.push(text);
}
