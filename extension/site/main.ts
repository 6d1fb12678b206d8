import { lookAt } from '../opening.ts';

import { openPage } from '../page.ts';
import SitePage from './SitePage.svelte';

const [visit = '', site = ''] = location.hash.slice(1).split('/').map(decodeURIComponent);
openPage(SitePage, { visit, site }, lookAt([]));
