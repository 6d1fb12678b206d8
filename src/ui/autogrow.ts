import { type Attachment } from 'svelte/attachments';

/** Keeps a textarea as tall as its words; browsers with `field-sizing` would still need a first size, so all take this path. */
export function autogrow(value: () => string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    value();
    area.style.setProperty('height', 'auto');
    const frame = area.offsetHeight - area.clientHeight;
    if (area.scrollHeight > 0) area.style.setProperty('height', `${area.scrollHeight + frame}px`);
  };
}
