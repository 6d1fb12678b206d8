import { lookAt } from '../opening.ts';

import { pauseViews } from '#core/app/first-views.ts';

import { openPage } from '../page.ts';
import Popup from '../popup/Popup.svelte';

// A panel stays beside the page it was opened on.
openPage(Popup, { onleave: () => undefined }, lookAt(pauseViews));
