import { pauseViews } from '#core/app/first-views.ts';

import { openPage } from '../page.ts';
import Popup from './Popup.svelte';

const onleave = (): void => {
  window.close();
};
openPage(Popup, { onleave }, pauseViews);
