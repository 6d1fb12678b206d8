/** Before a button goes away with its row: the focus moves to `selector` in the nearest `around`, so that keys go on from there. */
export function keepFocus(pressed: Element, around: string, selector: string): void {
  pressed.closest(around)?.querySelector<HTMLElement>(selector)?.focus();
}
