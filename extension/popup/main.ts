import { mount } from 'svelte';

import { openPage } from '../page.ts';
import Popup from './Popup.svelte';

const page = await openPage();
mount(Popup, {
  ...page,
  props: {
    onleave: () => {
      window.close();
    },
  },
});
