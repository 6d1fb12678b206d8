/** Nights as somebody keeps them who answers everything. */
import {
  blankNight,
  nightFields,
  nightKind,
  type Night,
} from '#core/features/anchors/sleep/night.ts';
import { minutesToClock } from '#core/kernel/civil-time.ts';
import { createRec, withFields } from '#core/vault/edit-record.ts';

import { seedRecords } from './seed.ts';

const dayMs = 86_400_000;

function nightOf(index: number, newest: number): Night {
  const date = new Date(newest - index * dayMs).toISOString().slice(0, 10);
  const bed = 1380 + ((index * 17) % 50);
  return {
    ...blankNight(date, 'Europe/Berlin'),
    ...{ intoBed: minutesToClock(bed), trySleep: minutesToClock(bed + 9) },
    ...{ finalWake: minutesToClock(380 + ((index * 13) % 70)), outOfBed: '07:40' },
    ...{ sol: 12, awakenings: 2, waso: 15, tasafa: 5, quality: 4, rested: 3, dayType: 'set' },
    naps: index % 9 === 0 ? { a: { start: '13:10', min: 20 } } : {},
    enteredAt: newest,
  };
}

/** One a day, back from today. */
export function seedNights(count: number): Promise<void> {
  const newest = Date.now();
  return seedRecords(count, (index) => {
    const night = nightOf(index, newest);
    const at = { wall: newest, tie: 'bench' };
    return withFields(createRec(night.id, nightKind), nightFields(null, night), at);
  });
}
