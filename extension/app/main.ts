import { mount } from 'svelte';

import App from '#core/app/App.svelte';

import { openPage } from '../page.ts';

const page = await openPage();
mount(App, { ...page, props: {} });
