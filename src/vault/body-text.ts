/**
 * Bodies as Yjs documents: one root text, changed word by word, always re-encoded from a document so
 * that deleted words are gone from the bytes (a merge of updates alone would keep them).
 */
import * as Y from 'yjs';

import { sameBytes, type Bytes } from '../kernel/bytes.ts';
import { keptWords, wordsOf, type Word } from '../kernel/word-diff.ts';
import type { Bodies } from './bodies.ts';
import { parseStateVector, reaches, serialiseStateVector } from './state-vector.ts';

const nothingSeen = serialiseStateVector(new Map());

const documentOf = (...bodies: readonly (Bytes | undefined)[]): Y.Doc => {
  // A fixed name: nobody asks for it, and drawing one costs as much as a short edit.
  const doc = new Y.Doc({ gc: true, guid: 'body' });
  for (const body of bodies) if (body) Y.applyUpdateV2(doc, body);
  return doc;
};

const textIn = (doc: Y.Doc): Y.Text => doc.getText('b');
const shown = (doc: Y.Doc): string => textIn(doc).toJSON().trim();
const encode = (doc: Y.Doc): Bytes => new Uint8Array(Y.encodeStateAsUpdateV2(doc));

/** Makes the text read `next`, leaving alone every word that stayed. */
function rewrite(text: Y.Text, next: string): void {
  const before = wordsOf(text.toJSON());
  // The first word owns a line break of its own, or a word written before it would stick to it.
  const after = wordsOf(`\n${next}`);
  const widthOf = (words: readonly Word[]): number =>
    words.reduce((sum, { space, word }) => sum + space.length + word.length, 0);
  const stops = [...keptWords(before, after), [before.length, after.length] as const];
  let at = 0;
  let [b, a] = [0, 0];
  for (const [keptBefore, keptAfter] of stops) {
    const added = after.slice(a, keptAfter).map(({ space, word }) => space + word);
    const dropped = widthOf(before.slice(b, keptBefore));
    // New words go right behind the last word that stands, never between a word and its space.
    text.insert(at, added.join(''));
    at += widthOf(after.slice(a, keptAfter));
    text.delete(at, dropped);
    const [old, now] = [before[keptBefore], after[keptAfter]];
    if (old && now) {
      at += old.space.length;
      if (old.space !== now.space) {
        // Written right before its word, then the old one dropped: nobody's word comes in between.
        text.insert(at, now.space);
        text.delete(at - old.space.length, old.space.length);
        at += now.space.length - old.space.length;
      }
      at += old.word.length;
    }
    [b, a] = [keptBefore + 1, keptAfter + 1];
  }
}

interface Knowledge {
  readonly words: Map<number, number>;
  readonly deletions: Y.Snapshot['ds']['clients'];
}

function knowledgeOf(body: Bytes): Knowledge {
  const { structs, ds } = Y.decodeUpdateV2(body);
  const words = new Map<number, number>();
  for (const { id, length } of structs)
    words.set(id.client, Math.max(words.get(id.client) ?? 0, id.clock + length));
  return { words, deletions: ds.clients };
}

/** One author of bodies: its state lives as long as one run of the app and is never stored. */
export function createYjsBodies(): Bodies {
  // Saving every second under a new author would grow the body by 22 bytes each time. The author is
  // kept only while the body is byte for byte the one just written, so no clock is ever used twice.
  let last: { readonly body: Bytes; readonly author: number } | undefined;
  const texts = new WeakMap<Bytes, string>();
  return {
    write(body, next) {
      const doc = documentOf(body);
      if (body && last && sameBytes(last.body, body)) doc.clientID = last.author;
      // Half an emoji, as a cut-off paste may end in, has no place in UTF-8.
      const wanted = next.trim().toWellFormed();
      if (body && shown(doc) === wanted) return { body, text: wanted };
      doc.transact(() => {
        rewrite(textIn(doc), wanted);
      });
      const written = encode(doc);
      last = { body: written, author: doc.clientID };
      return { body: written, text: shown(doc) };
    },
    read: (body) => texts.get(body) ?? shown(documentOf(body)),
    merge(a, b) {
      const doc = documentOf(a, b);
      const merged = encode(doc);
      // Whoever merges reads next.
      texts.set(merged, shown(doc));
      return merged;
    },
    covers(a, b) {
      const [mine, theirs] = [knowledgeOf(a), knowledgeOf(b)];
      return (
        reaches(mine.words, theirs.words) &&
        [...theirs.deletions].every(([author, ranges]) =>
          ranges.every(({ clock, len }) =>
            // Both were written from a whole document, where touching deletions form one range.
            mine.deletions
              .get(author)
              ?.some((range) => range.clock <= clock && clock + len <= range.clock + range.len),
          ),
        )
      );
    },
    seen: (body) => (body ? serialiseStateVector(knowledgeOf(body).words) : nothingSeen),
    holdsUnseen: (body, seen) =>
      body !== undefined && !reaches(parseStateVector(seen), knowledgeOf(body).words),
  };
}

export const yjsBodies: Bodies = createYjsBodies();
