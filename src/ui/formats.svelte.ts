/**
 * A browser's first look at a locale takes longer than all else on a first screen (some 20 ms), so times and
 * dates are written once that has been painted; their place is kept until then.
 */
let allowed = $state(false);

/** Whether `Intl` may be asked by now. */
export const formatsAllowed = (): boolean => allowed;

export function allowFormats(): void {
  allowed = true;
}
