import { mount } from 'svelte';

import Floor from './Floor.svelte';

const target = document.querySelector('#app');
if (target) mount(Floor, { target });
