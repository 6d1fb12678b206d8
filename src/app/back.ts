/** The ways from a page back to all of its kind. */
import { frameIn } from '../content/frame.ts';
import { hrefOf } from './routes.ts';

interface Back {
  readonly href: string;
  readonly label: string;
}

export const backToSettings = (languages: readonly string[]): Back => ({
  href: hrefOf('settings'),
  label: frameIn(languages).nav.settings,
});

export const backToAnchors = (languages: readonly string[]): Back => ({
  href: hrefOf('anchors'),
  label: frameIn(languages).nav.anchors,
});
