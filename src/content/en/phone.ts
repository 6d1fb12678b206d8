/** Prompts that reach a phone while Comma is closed. Promises: change them with the code. */
export const phone = {
  language: 'en',
  title: 'Prompts while Comma is closed',
  about:
    'A closed app cannot wake itself. The relay can: it learns when, never what for. A push says only “A comma, if you like.”, or the prompt’s name where you chose that.',
  turnOn: 'Let prompts reach me here',
  turnOff: 'Stop',
  try: 'Send me one now',
  on: (count: number): string =>
    count === 0
      ? 'On. No prompt by the clock comes in the next two weeks.'
      : count === 1
        ? 'On. One moment is planned.'
        : `On. ${count} moments are planned.`,
  lastWake: (when: string): string => `The last push arrived at ${when}.`,
  never: 'No push has arrived yet.',
  sent: 'Sent. It may take a few seconds.',
  stopped: 'Stopped. Nothing of it is left at the relay.',
  working: 'One moment.',
  active:
    'Only what is known ahead rings here: what counts active time comes on the device you are using, as a closed app cannot see you use anything.',
  checks: {
    title: 'While Comma is closed',
    about: 'What it takes for a prompt to reach this device through the relay.',
    installed: {
      label: 'On the home screen',
      yes: 'Comma runs as an app of its own.',
      no: 'Comma runs in a tab. That works here; on the home screen a phone is less likely to forget it.',
    },
    subscribed: {
      label: 'The way through the push service',
      yes: 'It stands, and the relay knows it.',
      gone: 'The browser let go of it, so nothing arrives. “Set it up anew” brings it back.',
      unknown: 'It is being looked at.',
      off: 'Prompts are not turned on here, so none comes while Comma is closed.',
    },
    last: {
      label: 'The last push',
      at: (when: string): string => `It arrived at ${when}.`,
      never: 'None has arrived yet. Send yourself one to see whether it comes.',
    },
    next: {
      label: 'The next one',
      at: (when: string): string => `Planned for ${when}, up to four minutes later.`,
      none: 'None is planned: no prompt by the clock comes in the next two weeks.',
    },
    changed:
      'When you change times on another device, the old ones soon stop ringing here. The new ones ring here once you have opened Comma here again.',
    try: 'Send a push now',
    renew: 'Set it up anew',
    renewed: 'Set up anew. What is planned was left at the relay.',
    settings: 'Turn them on in the settings',
  },
  trouble: {
    install:
      'On this phone, Comma has to be on the home screen first: in the share menu, “Add to Home Screen”. Then open it from there.',
    absent: 'This browser has no push messages. Prompts come while Comma is open.',
    denied: 'Notifications are blocked. Allow Comma in the settings of the browser or the phone.',
    slow: 'The browser could not reach its push service. Try again when the network is better.',
    noPush: 'This relay sends no pushes. Whoever runs it can turn them on (RELAY_PUSH_SUBJECT).',
    relay: 'The relay does not answer. What was planned there still comes; try again later.',
    host: 'The relay does not know the push service of this browser.',
    failed: 'The push service did not take it. Try again in a minute.',
  },
};
