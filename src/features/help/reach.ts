/** From what a person typed to what a tap can open. Nothing is sent by it: a telephone dials, a text waits to be sent. */

export interface Ways {
  readonly call?: string;
  readonly text?: string;
  readonly mail?: string;
  readonly page?: string;
}

/** Digits of any script as a telephone knows them: they lie in tens, beginning with a nought. */
const plainDigits = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\p{Nd}/gu, (digit) => {
    const at = digit.codePointAt(0) ?? 0;
    let zero = at;
    while (at - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(at - zero);
  });

/** The way in from inside a country, which is not dialled after its code: +44 (0)20. */
const innerNought = /^(\s*\+[\d\s.-]+)\(0\)/;
const extension = /(?:[,;]?\s*\b(?:ext\.?|extension|x)|,)\s*(\d+)\s*$/i;

interface Dialled {
  readonly number: string;
  readonly extension: string;
}

/** Null for words without a digit, which no telephone can dial. */
function dialled(typed: string): Dialled | null {
  const plain = plainDigits(typed).replace(innerNought, '$1');
  const inner = extension.exec(plain)?.[1] ?? '';
  const kept = plain.replace(extension, '').replace(/[^\d+*#]/g, '');
  const number = kept.slice(0, 1) + kept.slice(1).replaceAll('+', '');
  return /\d/.test(number) ? { number, extension: inner } : null;
}

/** A comma has a telephone wait before it dials an extension. */
export function telHref(typed: string): string | null {
  const dial = dialled(typed);
  if (!dial) return null;
  const number = encodeURIComponent(dial.number).replace('%2B', '+');
  return `tel:${number}${dial.extension && `,${dial.extension}`}`;
}

/** RFC 5724; iPhones read the words only after an `&`, the others ignore that it stands there. */
export function smsHref({ to, word }: { readonly to: string; readonly word?: string }): string {
  const number = (dialled(to)?.number ?? '').replace(/[^\d+]/g, '');
  return word === undefined || word === ''
    ? `sms:${number}`
    : `sms:${number}?&body=${encodeURIComponent(word)}`;
}

const mailAddress = /^[^\s@<>"/:]+@[^\s@<>"/:]+\.[^\s@<>"/:.]+$/;

/** Every way that what was typed opens; none for words that are neither a number nor an address. */
export function waysTo(typed: string, message = ''): Ways {
  const reach = typed.trim();
  if (reach === '') return {};
  const page = pageOf(reach);
  if (page !== null) return { page };
  const address = reach.replace(/^mailto:/i, '');
  if (mailAddress.test(address)) {
    const words = message.trim() && `?body=${encodeURIComponent(message.trim())}`;
    return { mail: `mailto:${encodeURIComponent(address).replace('%40', '@')}${words}` };
  }
  const number = reach.replace(/^(?:tel|sms):/i, '');
  const call = isNumber(number) ? telHref(number) : null;
  return call === null ? {} : { call, text: smsHref({ to: number, word: message.trim() }) };
}

/** A street with a house number is nothing to dial: a number has more digits than letters beside it. */
function isNumber(typed: string): boolean {
  const words = plainDigits(typed).replace(extension, '');
  const count = (kind: RegExp): number => words.match(kind)?.length ?? 0;
  return count(/\d/g) > count(/\p{L}/gu);
}

/** Only of the web: a link that runs or opens something else is words. */
function pageOf(reach: string): string | null {
  if (!/^https?:\/\//i.test(reach)) return null;
  try {
    const url = new URL(reach);
    return url.username === '' ? String(url) : null;
  } catch {
    return null; // the one way to ask whether it is an address
  }
}
