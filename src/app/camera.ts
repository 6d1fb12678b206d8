/** The camera at the back, for reading a code: opened when the person asks, and closed at once after. */
import { err, ok, type Result } from '../kernel/result.ts';

/** `denied`: the person or the browser says no. `none`: there is no camera here. `busy`: somebody else uses it. */
export type CameraTrouble = 'denied' | 'none' | 'busy';

const troubles: Readonly<Partial<Record<string, CameraTrouble>>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Absent in pages that came without TLS. */
export const hasCameras = (): boolean => 'mediaDevices' in navigator;

export async function openCamera(): Promise<Result<MediaStream, CameraTrouble>> {
  try {
    const video = { facingMode: 'environment', width: { ideal: 1280 } };
    return ok(await navigator.mediaDevices.getUserMedia({ video, audio: false }));
  } catch (failure) {
    const trouble = failure instanceof DOMException ? troubles[failure.name] : undefined;
    if (!trouble) throw failure;
    return err(trouble);
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
