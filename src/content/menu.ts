/** The menu of the toolbar icon and of a page. */
import { menu } from './en/menu.ts';
import { inTongues } from './spoken.ts';

export const menuIn = inTongues(menu);
