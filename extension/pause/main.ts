import { mount } from 'svelte';

import { openPage } from '../page.ts';
import PauseWindow from './PauseWindow.svelte';

const [start = 'offer', slot = ''] = location.hash.slice(1).split('/').map(decodeURIComponent);
mount(PauseWindow, { ...(await openPage()), props: { slot, start } });
