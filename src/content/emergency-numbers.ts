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
    'https://worddisk.com/wiki/Emergency_telephone_number/',
  ],
};
const northAmerican = { ...harmonised, call: '911' };

/** Elsewhere the person writes down their own. */
export const emergencyNumbers: Readonly<Record<string, EmergencyNumber>> = {
  US: northAmerican,
  CA: northAmerican,
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
      'http://wildabouttravel.boardingarea.com/2016/05/12338',
      'https://en.wikipedia.org/wiki/Emergency_telephone_number',
    ],
  },
  NZ: {
    call: '111',
    verifiedOn: '2026-11-27',
    seenIn: [
      'http://wildabouttravel.boardingarea.com/2016/05/12338',
      'https://progress.guide/?p=12763',
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
