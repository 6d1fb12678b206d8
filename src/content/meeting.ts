/** The app's end of being in step with the extension. */
import { meeting } from './en/meeting.ts';
import { inTongues } from './spoken.ts';

export const meetingIn = inTongues(meeting);
