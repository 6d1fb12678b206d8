/**
 * People to call in a hard hour, by region. Numbers age, so each says when it was last confirmed by two
 * independent sources. Nothing is fetched, and no region is guessed from a language: the person picks.
 */

export interface HelpLine {
  readonly id: string;
  /** ISO 3166 code, `EU`, or `001` for anywhere (UN M49): `Intl.DisplayNames` has the name. */
  readonly region: string;
  /** As it calls itself. */
  readonly name: string;
  readonly kind: 'anything' | 'abuse' | 'assault' | 'health' | 'directory';
  readonly call: string | null;
  readonly text: { readonly to: string; readonly word?: string } | null;
  /** Opened only when the person taps it. */
  readonly url?: string;
  /** A plain date, or null while nobody has confirmed it. */
  readonly verifiedOn: string | null;
  readonly note?: string;
}

const verifiedOn = '2026-11-22';

export const helpLines = [
  {
    id: 'us-988',
    region: 'US',
    name: '988 Suicide & Crisis Lifeline',
    kind: 'anything',
    call: '988',
    text: { to: '988' },
    verifiedOn,
  },
  {
    id: 'us-relationship-abuse',
    region: 'US',
    name: 'National Domestic Violence Hotline',
    kind: 'abuse',
    call: '1-800-799-7233',
    text: { to: '88788', word: 'START' },
    verifiedOn,
  },
  {
    id: 'us-sexual-assault',
    region: 'US',
    name: 'National Sexual Assault Hotline',
    kind: 'assault',
    call: '1-800-656-4673',
    text: null,
    verifiedOn,
  },
  {
    id: 'ca-988',
    region: 'CA',
    name: '9-8-8 Suicide Crisis Helpline',
    kind: 'anything',
    call: '988',
    text: { to: '988' },
    verifiedOn,
    note: 'English and French, day and night.',
  },
  {
    id: 'gb-samaritans',
    region: 'GB',
    name: 'Samaritans',
    kind: 'anything',
    call: '116 123',
    text: null,
    verifiedOn,
  },
  {
    id: 'gb-111',
    region: 'GB',
    name: 'NHS 111',
    kind: 'health',
    call: '111',
    text: null,
    verifiedOn,
    note: 'In England, option 2 is for a mental health crisis.',
  },
  {
    id: 'ie-samaritans',
    region: 'IE',
    name: 'Samaritans',
    kind: 'anything',
    call: '116 123',
    text: null,
    verifiedOn,
  },
  {
    id: 'fr-3114',
    region: 'FR',
    name: '3114',
    kind: 'anything',
    call: '3114',
    text: null,
    verifiedOn,
    note: 'Free, day and night.',
  },
  {
    id: 'es-024',
    region: 'ES',
    name: 'Línea 024',
    kind: 'anything',
    call: '024',
    text: null,
    verifiedOn,
    note: 'Day and night.',
  },
  {
    id: 'de-telefonseelsorge',
    region: 'DE',
    name: 'TelefonSeelsorge',
    kind: 'anything',
    call: '0800 111 0 111',
    text: null,
    verifiedOn,
    note: 'Free, day and night.',
  },
  {
    id: 'au-lifeline',
    region: 'AU',
    name: 'Lifeline',
    kind: 'anything',
    call: '13 11 14',
    text: { to: '0477 13 11 14' },
    verifiedOn,
    note: 'Day and night.',
  },
  {
    id: 'nz-1737',
    region: 'NZ',
    name: '1737',
    kind: 'anything',
    call: '1737',
    text: { to: '1737' },
    verifiedOn,
    note: 'Day and night.',
  },
  {
    id: 'in-telemanas',
    region: 'IN',
    name: 'Tele-MANAS',
    kind: 'anything',
    call: '14416',
    text: null,
    verifiedOn,
    note: 'In twenty languages. Also 1-800-891-4416.',
  },
  {
    id: 'eu-116123',
    region: 'EU',
    name: '116 123',
    kind: 'anything',
    call: '116 123',
    text: null,
    verifiedOn: null,
    note: 'Answered in some countries of the EU, not in all.',
  },
  {
    id: 'anywhere-directory',
    region: '001',
    name: 'Find a Helpline',
    kind: 'directory',
    call: null,
    text: null,
    url: 'https://findahelpline.com',
    verifiedOn: null,
    note: 'A list of lines by country. Opens a page outside Comma.',
  },
] as const satisfies readonly HelpLine[];

/** Only where the number is certain; elsewhere the person writes down their own. */
export const emergencyNumbers: Readonly<Record<string, string>> = {
  US: '911',
  CA: '911',
  GB: '999',
  IE: '112',
  FR: '112',
  ES: '112',
  DE: '112',
  EU: '112',
  AU: '000',
  NZ: '111',
  IN: '112',
};

/** How long a confirmed number is trusted (chosen: open lists of lines were found years out of date). */
const trustedMonths = 12;

/** Whether a number was confirmed so long before `today` (a plain date) that it needs another look; never for one not yet confirmed. */
export function isOld({ verifiedOn }: Pick<HelpLine, 'verifiedOn'>, today: string): boolean {
  if (verifiedOn === null) return false;
  const until = Temporal.PlainDate.from(verifiedOn).add({ months: trustedMonths });
  return Temporal.PlainDate.compare(today, until) > 0;
}
