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
  /** Where it was read on that day: two that know nothing of each other, before it counts as confirmed. */
  readonly seenIn: readonly string[];
  readonly note?: string;
}

/** The two days on which all of them were looked up. */
const research = '2026-11-22';
const lookedUp = '2026-11-27';

export const helpLines = [
  {
    id: 'us-988',
    region: 'US',
    name: '988 Suicide & Crisis Lifeline',
    kind: 'anything',
    call: '988',
    text: { to: '988' },
    verifiedOn: research,
    seenIn: [
      'https://www.webmd.com/mental-health/features/988-suicide-prevention-overview',
      'https://familyandcaregivertoolkit.org/988-crisis-lifeline',
    ],
  },
  {
    id: 'us-relationship-abuse',
    region: 'US',
    name: 'National Domestic Violence Hotline',
    kind: 'abuse',
    call: '1-800-799-7233',
    text: { to: '88788', word: 'START' },
    verifiedOn: research,
    seenIn: ['ovc.ojp.gov (2022)', 'Wikipedia: National Domestic Violence Hotline'],
  },
  {
    id: 'us-sexual-assault',
    region: 'US',
    name: 'National Sexual Assault Hotline',
    kind: 'assault',
    call: '1-800-656-4673',
    text: null,
    verifiedOn: research,
    seenIn: ['rainn.org', 'span.state.gov'],
  },
  {
    id: 'ca-988',
    region: 'CA',
    name: '9-8-8 Suicide Crisis Helpline',
    kind: 'anything',
    call: '988',
    text: { to: '988' },
    verifiedOn: research,
    seenIn: ['mentalhealthcommission.ca', 'Canadian news of 30 November 2023'],
    note: 'English and French, day and night.',
  },
  {
    id: 'gb-samaritans',
    region: 'GB',
    name: 'Samaritans',
    kind: 'anything',
    call: '116 123',
    text: null,
    verifiedOn: research,
    seenIn: [
      'neurobreath.co.uk',
      'https://www.samaritans.org/your-community/samaritans-ireland-scotland-and-wales/samaritans-ireland/journey',
    ],
  },
  {
    id: 'gb-111',
    region: 'GB',
    name: 'NHS 111',
    kind: 'health',
    call: '111',
    text: null,
    verifiedOn: lookedUp,
    seenIn: [
      'https://www.oundlesurgery.nhs.uk/news/accessing-mental-health-services-via-111',
      'https://www.tewv.nhs.uk/news/nhs-111-select-mental-health-option/',
    ],
    note: 'In England, choose the mental health option for a crisis.',
  },
  {
    id: 'ie-samaritans',
    region: 'IE',
    name: 'Samaritans',
    kind: 'anything',
    call: '116 123',
    text: null,
    verifiedOn: lookedUp,
    seenIn: [
      'https://www.samaritans.org/your-community/samaritans-ireland-scotland-and-wales/samaritans-ireland/journey',
      'https://www.irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html',
    ],
  },
  {
    id: 'fr-3114',
    region: 'FR',
    name: '3114',
    kind: 'anything',
    call: '3114',
    text: null,
    verifiedOn: research,
    seenIn: ['3114.fr', 'ARS Mayotte'],
    note: 'Free, day and night.',
  },
  {
    id: 'es-024',
    region: 'ES',
    name: 'Línea 024',
    kind: 'anything',
    call: '024',
    text: null,
    verifiedOn: research,
    seenIn: ['checkpointcanarias.com', 'olivepress'],
    note: 'Day and night.',
  },
  {
    id: 'de-telefonseelsorge',
    region: 'DE',
    name: 'TelefonSeelsorge',
    kind: 'anything',
    call: '0800 111 0 111',
    text: null,
    verifiedOn: lookedUp,
    seenIn: [
      'https://www.domradio.de/glossar/telefonseelsorge-0',
      'https://www.spektrum.de/news/telefonseelsorge-erste-hilfe-fuer-die-seele/2055834',
    ],
    note: 'Free, day and night.',
  },
  {
    id: 'au-lifeline',
    region: 'AU',
    name: 'Lifeline',
    kind: 'anything',
    call: '13 11 14',
    text: { to: '0477 13 11 14' },
    verifiedOn: lookedUp,
    seenIn: [
      'https://lifeinmind.org.au/news/lifelines-crisis-text-service-now-available-24-7',
      'https://www.thepushupchallenge.com.au/blog/what-happens-when-you-call-lifeline-',
    ],
    note: 'Day and night.',
  },
  {
    id: 'nz-1737',
    region: 'NZ',
    name: '1737',
    kind: 'anything',
    call: '1737',
    text: { to: '1737' },
    verifiedOn: research,
    seenIn: [
      'pegasus.health.nz',
      'http://www.scoop.co.nz/stories/PA1706/S00527/single-phone-number-to-access-support-services.htm',
    ],
    note: 'Day and night.',
  },
  {
    id: 'in-telemanas',
    region: 'IN',
    name: 'Tele-MANAS',
    kind: 'anything',
    call: '14416',
    text: null,
    verifiedOn: research,
    seenIn: [
      'https://www.livemint.com/news/india/govts-mental-health-helpline-tele-manas-receives-over-2-lakh-calls-since-launch-11690014660473.html',
      'Shillong Times (2025)',
    ],
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
    seenIn: ['https://legislation.gov.uk/eudn/2007/698/2020-12-31/data.htm'],
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
    verifiedOn: lookedUp,
    seenIn: ['checkpointcanarias.com', 'https://findahelpline.com/AU'],
    note: 'A list of lines by country. Opens a page outside Comma.',
  },
] as const satisfies readonly HelpLine[];
