import { mount } from 'svelte';

import PauseScreen from '#core/app/PauseScreen.svelte';

import { openPage } from '../page.ts';

const page = await openPage();
const slot = decodeURIComponent(location.hash.slice(1));
mount(PauseScreen, {
  ...page,
  props: {
    source: 'schedule',
    ...(slot && { slot }),
    onend: () => {
      window.close();
    },
  },
});
