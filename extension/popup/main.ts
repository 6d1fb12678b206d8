import { takeLook } from '#core/app/early-look.ts';

import { openPage } from '../page.ts';
import Popup from './Popup.svelte';

const onleave = (): void => {
  window.close();
};
openPage(Popup, { onleave }, takeLook());
