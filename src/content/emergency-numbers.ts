/** The number for whoever is in danger now, by region; only where it is certain. */
import type { HelpLine } from './help-lines.ts';

export interface EmergencyNumber extends Pick<HelpLine, 'verifiedOn' | 'seenIn'> {
  readonly call: string;
}

const harmonised = {
  call: '112',
  verifiedOn: '2026-11-27',
  seenIn: [
    'https://en.wikipedia.org/wiki/Emergency_telephone_number',
    'http://www.questbg.com/index.php/news-a-events/mish-mash/806-112-emergency-services-across-all-eu.html',
  ],
};

/** Elsewhere the person writes down their own. */
export const emergencyNumbers: Readonly<Record<string, EmergencyNumber>> = {
  US: {
    call: '911',
    verifiedOn: '2026-11-27',
    seenIn: [
      'https://www.skowhegan.org/FAQ.aspx?QID=95',
      'https://santarosa.fl.gov/FAQ.aspx?QID=106',
    ],
  },
  CA: {
    call: '911',
    verifiedOn: '2026-11-27',
    seenIn: [
      'https://www1.brampton.ca/EN/residents/Emergency-Management/Pages/About-911.aspx',
      'https://www.lloydminster.ca/en/living-in-lloydminster/making-non-emergency-calls.aspx',
    ],
  },
  GB: {
    call: '999',
    verifiedOn: '2026-11-22',
    seenIn: [
      'https://en.wikipedia.org/wiki/Emergency_telephone_number',
      'https://www.norwoodmc.co.uk/2024/08/14/nhs-111-option-2-for-crisis-mental-health-support/',
    ],
  },
  IE: harmonised,
  FR: harmonised,
  ES: harmonised,
  DE: harmonised,
  EU: harmonised,
  AU: {
    call: '000',
    verifiedOn: '2026-11-27',
    seenIn: [
      'https://cfs.sa.gov.au/warnings-and-incidents/call-triple-zero-in-an-emergency/',
      'https://en.wikipedia.org/wiki/Emergency_telephone_number',
    ],
  },
  NZ: {
    call: '111',
    verifiedOn: '2026-11-27',
    seenIn: [
      'https://www.govt.nz/browse/crime-and-justice/crimes-and-emergencies/111-emergency-service/',
      'https://www.police.govt.nz/contact-us/calling-emergency-111',
    ],
  },
  IN: {
    call: '112',
    verifiedOn: '2026-11-27',
    seenIn: [
      'https://www.ndtv.com/india-news/112-india-all-in-one-emergency-helpline-number-to-be-launched-today-1995582',
      'https://www.dnaindia.com/india/report-delhi-to-launch-single-emergency-helpline-112-for-faster-response-cm-rekha-gupta-3197661',
    ],
  },
};
