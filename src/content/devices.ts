/** One journal on several devices. */
import { devices } from './en/devices.ts';
import { inTongues } from './spoken.ts';

export const devicesIn = inTongues(devices);
