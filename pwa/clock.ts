import { currentZone } from '#core/kernel/civil-time.ts';
import type { Clock } from '#core/ports.ts';

export const clock: Clock = {
  wall: () => Date.now(),
  mono: () => performance.now(),
  zone: currentZone,
};
