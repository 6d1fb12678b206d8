/** A pause before a chosen site. */
import { sites } from './en/sites.ts';
import { inTongues } from './spoken.ts';

export type SitesWords = typeof sites;
export const sitesIn = inTongues(sites);
