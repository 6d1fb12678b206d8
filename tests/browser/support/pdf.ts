/** Reads what Chromium writes as PDF: how large its pages are, and every word on them, seen or not. */
import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

export function pdfPages(file: Buffer): PdfPage[] {
  // One letter a byte: objects and streams are found by their places.
  const pdf = file.toString('latin1');
  const objects = new Map(
    Array.from(pdf.matchAll(/(?:^|\n)(\d+) 0 obj\b([\s\S]*?)\nendobj/g), ([, id, body]) => [
      Number(id),
      body ?? '',
    ]),
  );
  const at = (ref: string | undefined): string => objects.get(Number(ref)) ?? '';
  const kids = (node: string): string[] => {
    const listed = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1];
    if (listed === undefined) return [node];
    return Array.from(listed.matchAll(/(\d+) 0 R/g), ([, ref]) => at(ref)).flatMap(kids);
  };
  const root = [...objects.values()].find((body) => /\/Type\s*\/Catalog/.test(body)) ?? '';
  return kids(at(/\/Pages (\d+) 0 R/.exec(root)?.[1])).map((page) => {
    const box = /\/MediaBox\s*\[([^\]]*)\]/.exec(page)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
    const fonts = new Map(
      Array.from(
        (/\/Font\s*<<([\s\S]*?)>>/.exec(page)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g),
        ([, name = '', ref]) => [
          name,
          lettersOf(streamOf(at(/\/ToUnicode (\d+) 0 R/.exec(at(ref))?.[1]))),
        ],
      ),
    );
    const drawn = streamOf(at(/\/Contents (\d+) 0 R/.exec(page)?.[1]));
    return { width: box[2] ?? 0, height: box[3] ?? 0, text: textOf(drawn, fonts) };
  });
}

function streamOf(object: string): string {
  const [, head = '', bytes = ''] =
    /([\s\S]*?)stream\r?\n([\s\S]*?)\r?\n?endstream/.exec(object) ?? [];
  if (!head.includes('/FlateDecode')) return bytes;
  return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
}

type Letters = ReadonlyMap<number, string>;

/** What each glyph of a font says. */
function lettersOf(map: string): Letters {
  const letters = new Map<number, string>();
  const said = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, section = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(parseInt(from, 16), said(to));
  for (const [, section = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', until = '', to = ''] of section.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    ))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(until, 16); glyph++)
        letters.set(
          glyph,
          String.fromCodePoint((said(to).codePointAt(0) ?? 0) + glyph - parseInt(from, 16)),
        );
  return letters;
}

function textOf(drawn: string, fonts: ReadonlyMap<string, Letters>): string {
  let text = '';
  let letters: Letters = new Map();
  for (const [token, font, hex] of drawn.matchAll(
    /\/(\w+) [\d.]+ Tf|<([\da-fA-F]+)>|\bT[dm*]\b|\bET\b/g,
  )) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else if (hex !== undefined)
      for (let at = 0; at < hex.length; at += 4)
        text += letters.get(parseInt(hex.slice(at, at + 4), 16)) ?? '';
    else if (token === 'ET') text += '\n';
  }
  return text;
}
