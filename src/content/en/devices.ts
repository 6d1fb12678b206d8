/** One journal on several devices. Sentences about what the relay sees are promises: change them with the code. */
export const devices = {
  language: 'en',
  title: 'Your devices',
  lead: 'Write on the phone, read at the desk: your devices can hold one journal.',
  how: [
    'A relay carries your rows between them. They are sealed here and opened only on your devices.',
    'The relay sees how many rows there are, how large, and when they change. It sees no word.',
    'Both journals come together. Nothing is replaced.',
  ],
  pair: {
    show: 'Show a code',
    another: 'Pair another device',
    have: 'I have a code',
    reaching: 'Looking for the relay…',
    scan: 'On the other device, open Comma, then Settings and “Your devices”. Choose “I have a code” there.',
    picture: 'The code as a picture',
    code: 'The code as text',
    copy: 'Copy the code',
    copied: 'Copied.',
    uncopied: 'The browser did not let it be copied. Mark it and copy it yourself.',
    waiting: 'Waiting for the other device. The code is good for ten minutes, and only once.',
    paste: 'The code from the other device, or your recovery kit',
    camera: 'Use the camera',
    go: 'Go on',
    calling: 'Waiting for the other device…',
    compare: 'Do you see the same four digits on both devices?',
    yes: 'They match',
    no: 'They differ',
    uniting: 'Almost there. Say yes on the other device, too.',
    joining: 'Fetching your journal…',
    done: 'In step from now on.',
    stop: 'Stop',
    /** For a device that others are paired with already. */
    moves:
      'This device then joins the journal of the other one. Devices paired with it before are not asked.',
    bridged:
      'This page shares its journal with the browser extension. To enter a code here, or to remove a device, open “Your devices” in the extension.',
  },
  /** The camera looks for a code. */
  scan: {
    opening: 'Waiting for the camera. The browser may ask you first.',
    looking: 'Hold the code on the other device in front of the camera.',
    other: 'That is some other code. The right one stands on “Your devices” in Comma.',
    denied:
      'The browser does not let Comma use the camera. You can allow it in the browser’s settings for this page, or paste the code above.',
    none: 'No camera was found here. Paste the code above instead.',
    busy: 'Another program is using the camera. Close it there and try again, or paste the code above.',
    picture: 'What the camera sees',
    kept: 'No picture is kept or sent.',
    close: 'Close the camera',
  },
  lock: {
    on: 'The lock of this device is on. Each device has its own; while this one is closed, it sends and opens nothing, and catches up afterwards.',
    off: 'Each device can have a lock of its own: a passphrase or a passkey that closes the journal there.',
    show: 'The lock',
  },
  kit: {
    title: 'Recovery kit',
    about:
      'If you lose all your devices, these letters are the only way back. Nobody else can open your journal.',
    /** While no relay has the journal. */
    alone:
      'These letters open your journal when the passphrase of the lock is gone, and backups that are sealed for them. They bring back no words by themselves.',
    kept: 'You have written it down.',
    show: 'Show the kit',
    sheet: 'Comma: recovery kit. Keep it where you would keep a key.',
    picture: 'The kit as a picture',
    use: (origin: string): string =>
      `On a new device, open Comma at ${origin}, then Settings and “Your devices”. Enter it under “I have a code”.`,
    useAlone:
      'They open the lock under “I forgot it”, and a backup that was sealed for the recovery kit.',
    print: 'Print it',
    hide: 'Hide it',
    last: 'The last four letters, as you wrote them',
    lastHint: 'So that you know that it is there.',
    differs: 'These are not the last four. Have a look at the kit above.',
    done: 'I have it',
    /** On Today, now and then. */
    ask: {
      title: 'A way back, on paper',
      about:
        'If all your devices are lost or locked, only your recovery kit opens the journal again. Writing it down takes a minute.',
      show: 'See the kit',
      later: 'Another day',
    },
  },
  /** What each device is called. */
  names: {
    title: 'The devices of this journal',
    usual: (browser: string, system: string, shell: 'extension' | 'pwa'): string => {
      const place = browser && system ? `${browser} on ${system}` : browser || system;
      const named = place || 'A browser';
      return shell === 'extension' ? `${named}, extension` : named;
    },
    here: 'This device',
    /** In a list of names. */
    awaited: 'the device that you showed a code to',
    seen: (when: string): string => `Last here ${when}`,
    rename: 'Rename',
    renameOne: (name: string): string => `Rename “${name}”`,
    renameTwin: (name: string, last: string): string => `Rename “${name}”. ${last}`,
    name: 'Name',
    keep: 'Keep this name',
    unkept: 'It could not be kept just now. The name is as before.',
    sealed: 'These names travel sealed: the relay reads none of them.',
  },
  /** Ways to part. Each says what stays. */
  part: {
    title: 'Less together',
    cancel: 'Keep it as it is',
    renew: {
      label: 'Remove a device',
      which: 'Which one',
      choice: (name: string, last: string): string => `${name}. ${last}`,
      unlisted: 'One that is not on the list',
      text: [
        'The journal gets a new key. What the old key opens is deleted at the relay.',
        'Every device you keep then needs a new code once. The one you remove keeps what it had, and gets nothing new.',
      ],
      yes: 'Change the key',
      done: 'The key is new. Show a code to each device you keep.',
      later:
        'Not finished: the relay did not answer. Your words are safe here, and it goes on by itself.',
    },
    leave: {
      label: 'Leave with this device',
      text: [
        'This device keeps all of its journal, and shares nothing more.',
        'The other devices, and the sealed rows at the relay, stay as they are.',
      ],
      yes: 'Leave',
      done: 'This device is on its own now.',
      later: '',
    },
    remove: {
      label: 'Clear the relay',
      text: [
        'All sealed rows of this journal are deleted at the relay.',
        'Each device keeps all of its own journal. From then on they do not share.',
      ],
      yes: 'Delete it there',
      done: 'Nothing of this journal is at the relay any more.',
      later: 'The relay did not answer, so it still holds the rows. Try again later.',
    },
  },
  /** How far it has come: what waits, and when the last complete round was. */
  state: {
    title: 'In step',
    working: 'Comparing with the relay…',
    fresh: 'Nothing has been exchanged yet.',
    complete: (clock: string): string => `All of it is synced, last complete ${clock}.`,
    waiting: (count: number, clock: string | null): string =>
      clock === null
        ? `${count} not yet synced.`
        : `${count} not yet synced, last complete ${clock}.`,
    at: (origin: string): string => `The relay is ${origin}.`,
    now: 'Sync now',
    check: 'Check my data',
    saving:
      'Your browser asks to save data. Comma then exchanges only what you write, a minute later, and what you ask for.',
    same: 'Both hold the same.',
  },
  /** Another relay. Each sentence about trouble says what is so now. */
  move: {
    title: 'Another relay',
    about:
      'The journal can go to another relay. It is copied and looked over there first. Your other devices then come along by themselves.',
    to: 'Where to',
    go: 'Move it there',
    working: 'Moving. You can go on writing meanwhile.',
    done: (origin: string): string => `Your journal is at ${origin} now.`,
    stays: (why: string): string => `Nothing has moved. ${why}`,
    trouble: {
      Unreachable: 'That relay does not answer, or it does not let this page speak to it.',
      NotARelay: 'Something answers there, but it is no relay.',
      deleted:
        'This journal was deleted at that relay before, and stays so. Under a new key it can go there: “Remove a device” makes one.',
      full: 'That relay has too little room for your journal.',
      'invite-needed': 'That relay asks new journals for an invite code.',
    },
    from: (origin: string, names: string): string =>
      `${origin} keeps the sealed rows until these have come along: ${names}.`,
    left: (origin: string): string => `${origin} still keeps sealed rows of before.`,
    letGo: 'Delete them there now',
    gone: 'They are deleted there. A device that has not come along needs a new code.',
    kept: 'That relay did not answer. Comma asks it again by itself.',
    elsewhere: (origin: string): string =>
      `On another device your journal was moved to ${origin}. This one goes there as soon as it can.`,
    barred: (origin: string): string =>
      `On another device your journal was moved to ${origin}, and this page may not speak to that relay. Your words are safe here. Whoever serves this page can allow it.`,
  },
  /** What a relay's operator asks of those who come new. */
  invite: {
    label: 'Invite code',
    hint: 'Whoever runs this relay gives it to you. It is asked for once.',
    give: 'Use this code',
    none: 'An invite code has at most 128 letters and signs, and no blanks.',
  },
  /** Why it did not come about, what is safe, and what helps. */
  trouble: {
    Unreachable:
      'The relay does not answer. Your words are safe here, and go on by themselves later.',
    TimedOut: 'The relay took too long. Your words are safe here, and go on by themselves later.',
    NotARelay:
      'Something else answered in place of the relay. A network may want you to log in first. Your words are safe here.',
    Unsettled: 'Your devices write the same lines just now. It goes on by itself.',
    StorageFull: 'This device is out of room. Free some space; then it goes on by itself.',
    malformed:
      'The relay did not understand this Comma. Updating Comma may help. Your words are safe here.',
    unauthorised: 'The relay does not know this journal’s key. Your words are safe here.',
    'push-host': 'This relay does not know the push service of this browser.',
    'push-ended': 'The push service has ended what Comma had asked for. It is asked anew.',
    'push-failed': 'The push service did not take the message.',
    'invite-needed': 'This relay asks new journals for an invite code.',
    nothing: 'There is nothing under this address. Your words are safe here.',
    taken: 'This code has been used. Show a new one.',
    deleted:
      'One of your devices deleted this journal at the relay, or changed its key. Here it is whole. To be in step again, enter a new code from that device.',
    'too-large': 'One entry is larger than the relay takes. It stays safe here.',
    'too-many': 'The relay asks for a rest. It goes on by itself in a while.',
    broken: 'The relay has trouble of its own. Your words are safe here, and go on later.',
    unavailable: 'The relay is closed for the moment. Your words are safe here, and go on later.',
    full: 'There is no more room at the relay. What is new stays safe here; what others write still arrives.',
    Interrupted: 'The other device went away half-way. Nothing was shared. Show a new code there.',
    Declined: 'Stopped. Nothing was shared.',
    Expired: 'The time is over. Nothing was shared. Show a new code when you like.',
    Busy: 'Another device is asking just now.',
    TooMany: 'That was several times in a row. Try again in ten minutes.',
    Unsupported: 'The two Commas are of different ages. Update both, then try again.',
    Tampered: 'Something between the two changed what they said. Nothing was shared.',
    Cancelled: 'Stopped. Nothing was shared.',
    Unavailable: 'The other device could not open its journal. Opening it once may help.',
    Code: 'This is not a whole code or kit. A code goes from “comma1” to the last sign; a kit has 28 letters.',
    Elsewhere:
      'This code belongs to another address than the one Comma is open at. Open Comma there on this device.',
  },
};
