import { mount } from 'svelte';

import { openPage } from '../page.ts';
import PauseWindow from './PauseWindow.svelte';

const [start, slot = ''] = location.hash.slice(1).split('/').map(decodeURIComponent);
mount(PauseWindow, { ...(await openPage()), props: { slot, asked: start === 'begin' } });
