import { lookAt } from '../opening.ts';

import App from '#core/app/App.svelte';
import { todayViews } from '#core/app/first-views.ts';

import { clock } from '../clock.ts';
import { openPage } from '../page.ts';
import { keys } from '../shortcuts.ts';
import { siteAccess } from '../site-access.ts';

openPage(App, {}, lookAt(todayViews(clock.wall(), clock.zone())), { sites: siteAccess, keys });
