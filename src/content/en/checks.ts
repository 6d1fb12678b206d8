/** Whether a pause can reach the person here. Promises: change them with the code. */
export const checks = {
  language: 'en',
  title: 'Checks',
  lead: 'Whether a pause can reach you here, and what to do when it cannot.',
  fine: 'Fine',
  look: 'Worth a look',
  notices: {
    label: 'Notifications',
    granted: 'Allowed. If none appears, the system may hold them back: look at its focus mode.',
    denied:
      'Blocked by the browser or the system. Allow Comma in the settings of notifications there.',
    askable: 'Not allowed yet. Pauses come without them, too.',
    absent: 'There are none here. Pauses show up inside Comma.',
    ask: 'Allow notifications',
  },
  engine: {
    label: 'The timing',
    last: (clock: string): string => `It last looked at the clock at ${clock}.`,
    never: 'It has not run yet. Open Comma once more in a minute.',
    stale: (clock: string): string =>
      `It last looked at ${clock}, later than planned. It goes on by itself; closing and opening the browser helps, too.`,
  },
  alarm: {
    label: 'The alarm that wakes it',
    set: (clock: string): string => `Set for ${clock}.`,
    none: 'None is set: there is nothing to wait for now.',
    lost: 'It is gone. It comes back by itself within minutes, or when the browser starts.',
  },
  idle: {
    label: 'Knowing when you are away',
    yes: 'The browser tells when nobody touches the computer.',
    no: 'A page alone sees only itself. “Calls and typing” says whether your browser can tell more.',
  },
  offscreen: {
    label: 'Sound, and counting when the clock is set back',
    yes: 'A page out of sight is there for it.',
    no: 'This browser has no page out of sight. The chime may stay silent.',
  },
  storage: {
    label: 'Storage',
    kept: 'The browser keeps what is here until you erase it.',
    loose: 'The browser may clear it when the disk is full. Save a copy now and then.',
    readOnly: 'A newer Comma wrote here, so nothing can be kept until this one is updated.',
  },
  rules: {
    label: 'Pauses',
    on: 'At least one prompt is on.',
    off: 'No prompt is on, so none comes.',
  },
  send: 'Send me one now',
  sendAbout: 'As each kind of prompt would come.',
  sent: {
    badge: 'Look at the icon of Comma: it has a dot for a few seconds.',
    notice: 'Sent. If nothing appeared, the system holds notifications back.',
    card: 'A small window has opened.',
    full: 'A pause has opened.',
  },
  unsent: {
    badge: 'There is no icon here to put a dot on.',
    notice: 'It was not let through. See “Notifications” above.',
    card: 'No small window could open here. A pause shows up inside Comma instead.',
    full: 'No window could open here. A pause shows up inside Comma instead.',
  },
  trace: 'What the timing decided',
  traceAbout: 'The last 200 decisions, for a report. Times and causes only, none of your words.',
  traceEmpty: 'Nothing yet. The first decision will stand here.',
  copy: 'Copy',
  copied: 'Copied.',
  uncopied: 'The browser did not let it be copied. Select the lines and copy them.',
};
