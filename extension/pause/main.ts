import { lookAt } from '../opening.ts';

import { pauseViews } from '#core/app/first-views.ts';

import { openPage } from '../page.ts';
import PauseWindow from './PauseWindow.svelte';

const [start = 'offer', slot = ''] = location.hash.slice(1).split('/').map(decodeURIComponent);
openPage(PauseWindow, { slot, start }, lookAt(pauseViews));
