/** The way from a page of the settings back to all of them. */
import { frameIn } from '../content/frame.ts';
import { hrefOf } from './routes.ts';

export const backToSettings = (
  languages: readonly string[],
): { readonly href: string; readonly label: string } => ({
  href: hrefOf('settings'),
  label: frameIn(languages).nav.settings,
});
