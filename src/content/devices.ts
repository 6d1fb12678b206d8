/** One journal on several devices. */
import { devices } from './en/devices.ts';
import { inTongues } from './spoken.ts';

export type DeviceWords = typeof devices;
export const devicesIn = inTongues(devices);
