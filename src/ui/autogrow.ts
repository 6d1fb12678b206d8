import { type Attachment } from 'svelte/attachments';

import { watchSize } from './watch-size.ts';

/** Keeps a textarea as tall as its words, also when they change, the column narrows or our faces arrive. */
export function autogrow(value: () => string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    value();
    const grow = (): void => {
      area.style.setProperty('height', 'auto');
      const frame = area.offsetHeight - area.clientHeight;
      if (area.scrollHeight > 0) area.style.setProperty('height', `${area.scrollHeight + frame}px`);
    };
    grow();
    const stop = watchSize(area, grow);
    const faces = 'fonts' in document ? document.fonts : undefined;
    faces?.addEventListener('loadingdone', grow);
    return () => {
      stop();
      faces?.removeEventListener('loadingdone', grow);
    };
  };
}
