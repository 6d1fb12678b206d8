/** Small buzzes of the device, where the platform has them: phones with a motor, and browsers that let pages use it. */

/** A desktop browser may know the command and have nothing to buzz with. */
export const canTouch = (): boolean =>
  'vibrate' in navigator && matchMedia('(any-pointer: coarse)').matches;

/** Milliseconds of buzz and stillness in turn; nothing happens where there is no motor. */
export function touch(pattern: readonly number[]): void {
  if (canTouch()) navigator.vibrate([...pattern]);
}
