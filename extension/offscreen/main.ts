/** Chrome's worker has no sound of its own: this page is opened for one chime and closes behind it. */
import { playChime } from '#core/ui/chime.ts';

await playChime();
window.close();
