import { type Attachment } from 'svelte/attachments';

const steps: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** One tab stop for a group of buttons; arrows, Home and End move inside it. `watch` names what may add or take buttons. */
export function arrowKeys(watch: () => unknown): Attachment<HTMLElement> {
  return (group) => {
    watch();
    const buttons = [...group.querySelectorAll('button')];
    const stopAt = (at: number): void => {
      buttons.forEach((button, index) => (button.tabIndex = index === at ? 0 : -1));
    };
    stopAt(0);

    const onfocusin = (): void => {
      stopAt(buttons.findIndex((button) => button === document.activeElement));
    };
    const onkeydown = (event: KeyboardEvent): void => {
      const at = buttons.findIndex((button) => button === document.activeElement);
      const end = { Home: 0, End: buttons.length - 1 }[event.key];
      const step = steps[event.key];
      const to =
        end ?? (step === undefined ? undefined : (at + step + buttons.length) % buttons.length);
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      buttons[to]?.focus();
    };
    group.addEventListener('focusin', onfocusin);
    group.addEventListener('keydown', onkeydown);
    return () => {
      group.removeEventListener('focusin', onfocusin);
      group.removeEventListener('keydown', onkeydown);
    };
  };
}
