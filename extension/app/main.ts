import { mount } from 'svelte';

import App from '#core/app/App.svelte';

import { openPage } from '../page.ts';
import { siteAccess } from '../site-access.ts';

const page = await openPage({ sites: siteAccess });
mount(App, { ...page, props: {} });
