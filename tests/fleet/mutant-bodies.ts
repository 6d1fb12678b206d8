/** Ways of saving text that look right and are not (sync design, §2.1). */
import commonSubsequence from '@jest/diff-sequences';
import * as Y from 'yjs';

import { textOf, utf8, type Bytes } from '#core/kernel/bytes.ts';
import type { Bodies } from '#core/vault/bodies.ts';
import { createYjsBodies } from '#core/vault/body-text.ts';
import { parseStateVector, reaches, serialiseStateVector } from '#core/vault/state-vector.ts';

/** A real text CRDT, fed by a diff over the wrong tokens. */
function diffedBy(tokensOf: (text: string) => readonly string[]): () => Bodies {
  return () => ({
    ...createYjsBodies(),
    write(body, next) {
      const doc = new Y.Doc();
      if (body) Y.applyUpdateV2(doc, body);
      const text = doc.getText('b');
      const [before, after] = [tokensOf(text.toJSON()), tokensOf(next.trim())];
      let [b, a, at] = [0, 0, 0];
      const rewriteUpTo = (nextB: number, nextA: number): void => {
        const added = after.slice(a, nextA).join('');
        text.delete(at, before.slice(b, nextB).join('').length);
        text.insert(at, added);
        at += added.length;
        [b, a] = [nextB, nextA];
      };
      const isSame = (one: number, other: number): boolean => before[one] === after[other];
      commonSubsequence(before.length, after.length, isSame, (count, keptB, keptA) => {
        rewriteUpTo(keptB, keptA);
        at += before.slice(b, b + count).join('').length;
        [b, a] = [b + count, a + count];
      });
      rewriteUpTo(before.length, after.length);
      return { body: new Uint8Array(Y.encodeStateAsUpdateV2(doc)), text: text.toJSON().trim() };
    },
  });
}

export const characterBodies = diffedBy((text) => Array.from(text));

/** White space as words of its own. */
export const looseSpaceBodies = diffedBy((text) => text.split(/(\s+)/).filter(Boolean));

interface Version {
  readonly stamp: number;
  readonly text: string;
}

const parse = (body: Bytes | undefined): Version =>
  body ? (JSON.parse(textOf(body)) as Version) : { stamp: 0, text: '' };
const serialise = (version: Version): Bytes => utf8(JSON.stringify(version));
const isLater = (a: Version, b: Version): boolean =>
  a.stamp === b.stamp ? a.text > b.text : a.stamp > b.stamp;

/** The whole text as one value: the last writer wins. */
export const lastWriterBodies = (): Bodies => ({
  write(body, next) {
    const text = next.trim();
    return { body: serialise({ stamp: parse(body).stamp + 1, text }), text };
  },
  read: (body) => parse(body).text,
  merge: (a, b) => (isLater(parse(b), parse(a)) ? b : a),
  covers: (a, b) => !isLater(parse(b), parse(a)),
  seen: (body) => serialiseStateVector(new Map([[1, parse(body).stamp]])),
  holdsUnseen: (body, seen) => !reaches(parseStateVector(seen), new Map([[1, parse(body).stamp]])),
});
