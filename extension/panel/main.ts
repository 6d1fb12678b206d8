import { mount } from 'svelte';

import { openPage } from '../page.ts';
import Popup from '../popup/Popup.svelte';

const page = await openPage();
// A panel stays beside the page it was opened on.
mount(Popup, { ...page, props: { onleave: () => undefined } });
