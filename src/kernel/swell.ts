/** How far the comma has swelled, 0 settled to 1 full, from where the breath is. */
export type BreathPhase = 'in' | 'hold' | 'out' | 'rest';

/** `progress` runs 0 to 1 within the phase; the ease keeps each turn of the breath soft. */
export function swell(phase: BreathPhase, progress: number): number {
  const eased = (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, progress)))) / 2;
  switch (phase) {
    case 'in':
      return eased;
    case 'hold':
      return 1;
    case 'out':
      return 1 - eased;
    case 'rest':
      return 0;
  }
}
