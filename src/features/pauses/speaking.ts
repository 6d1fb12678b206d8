/**
 * Which of a person's devices speaks: the one that was used last. Each says so in a sign of its own. Which sign is
 * the later one is told by counting, how old it is by the clock of whoever heard it: no device believes another's
 * clock. A device that has a pause to offer and is not the one in use asks whether that one is still there; without an
 * answer it offers by itself, and so does one that is cut off.
 */
import { type Devices, type EngineState, type OtherDevice } from './engine-state.ts';
import { type Presence, type Sign, type SignOf } from './events.ts';
import { change, type Turn } from './turn.ts';

/** Whoever was in use is believed to be so for this long after the last sign (chosen: few signs an hour). */
const leaseMs = 5 * 60_000;
/** As old as this a sign is given anew while its device is in use (chosen: before the lease ends elsewhere). */
const renewMs = 4 * 60_000;
/** Whoever was asked and says nothing for this long is gone (chosen: another takes over within a minute). */
const answerMs = 45_000;
/** Two devices in use at once take their turns no more often than this (chosen). */
export const claimMs = 5_000;
/** A device that was not heard of for so long is no longer reckoned with (chosen). */
const forgottenMs = 30 * 24 * 3_600_000;

/** The device whose turn it is, unless it is this one's or nobody's. */
export function holderOf(
  { devices }: Pick<EngineState, 'devices'>,
  wall: number,
): OtherDevice | undefined {
  return devices?.others
    .filter((other) => isLive(devices, other, wall) && outranks(other, devices))
    .toSorted((a, b) => b.turn - a.turn || (a.device < b.device ? 1 : -1))[0];
}

/** Whether a pause may come here now, as far as the person's devices have heard of each other. */
export const speaksHere = (
  state: Pick<EngineState, 'devices' | 'speaker'>,
  { wall }: { readonly wall: number },
): boolean => state.speaker === 'here' && holderOf(state, wall) === undefined;

/** Whether the next touch of this device is news to the others: by it they learn that the person is here. */
export const awaitsTouch = ({ devices }: Pick<EngineState, 'devices'>, wall: number): boolean =>
  devices !== undefined &&
  devices.others.length > 0 &&
  (!devices.here || holderOf({ devices }, wall) !== undefined);

const isLive = ({ asked }: Devices, { here, heard }: OtherDevice, wall: number): boolean =>
  here && wall - heard < leaseMs && !(asked && asked.at > heard && wall - asked.at >= answerMs);

const outranks = (other: OtherDevice, { turn, own }: Devices): boolean =>
  other.turn > turn || (other.turn === turn && other.device > own);

/** Takes in the signs of all devices, one's own among them; hearing one twice changes nothing. */
export function hearSigns(turn: Turn, own: string, signs: readonly SignOf[]): void {
  const { wall } = turn.at;
  const known = turn.state.devices ?? {
    own,
    turn: 0,
    told: null,
    here: false,
    used: 0,
    others: [],
  };
  const before = new Map(known.others.map((each) => [each.device, each]));
  const others = signs.flatMap(({ age = 0, ...sign }): OtherDevice[] => {
    if (sign.device === own) return [];
    const kept = before.get(sign.device);
    if (kept?.turn !== sign.turn || kept.at !== sign.at)
      return [{ ...sign, heard: wall - Math.max(0, age) }];
    return wall - kept.heard < forgottenMs ? [kept] : [];
  });
  change(turn, { devices: { ...known, own, others } });
  const isAsked = others.some(
    ({ device, asks, heard }) =>
      asks !== undefined && asks !== before.get(device)?.asks && wall - heard < answerMs,
  );
  if (isAsked && isInUse(turn) && !holderOf(turn.state, wall)) give(turn, { here: true });
}

/** Says what became of this device as soon as it matters to another one. */
export function followDevices(turn: Turn, presence: Presence | undefined): void {
  const { devices, speaker } = turn.state;
  if (!devices) return;
  // In touch with the extension this shell is a part of the same computer, which has one sign.
  if (speaker === 'other') {
    if (devices.told !== null) withdraw(turn, devices);
    return;
  }
  const { wall } = turn.at;
  // After the clock was set back nothing was heard later than now.
  const others = devices.others.map((each) =>
    each.heard > wall ? { ...each, heard: wall } : each,
  );
  const used = Math.min(wall, Math.max(devices.used, presence?.used ?? 0));
  const told = devices.told && Math.min(devices.told, wall);
  change(turn, { devices: { ...devices, others, used, told } });
  const holder = holderOf(turn.state, wall);
  const here = isInUse(turn);
  if (told === null) give(turn, { here: here && !holder });
  else if (others.length === 0) return;
  else if (holder) {
    if (used >= holder.heard && here && wall - told >= claimMs) give(turn, { here });
  } else if (devices.here !== here) give(turn, { here });
  else if (here && used > told && wall - told >= renewMs) give(turn, { here });
}

/** Once for each pause that waits for the other device to speak. */
export function askHolder(turn: Turn): void {
  const { slots, devices } = turn.state;
  const { wall: at } = turn.at;
  if (!devices || turn.state.speaker === 'other' || !holderOf(turn.state, at)) return;
  const waiting = slots.find(
    ({ phase, asked, heldBy }) => phase === 'due' && !asked && heldBy.includes('device'),
  );
  if (!waiting || devices.asked?.slot === waiting.slot) return;
  change(turn, { devices: { ...devices, asked: { at, slot: waiting.slot } } });
  give(turn, { here: devices.here, asks: at });
}

/** When this device says anew that it is in use, though nothing else may be there to be looked at by then. */
export function* renewal({ devices }: EngineState): Generator<number> {
  if (!devices?.here || devices.told === null || devices.others.length === 0) return;
  if (devices.used > devices.told) yield devices.told + renewMs;
}

/** When it is known that somebody else's turn ends, if nothing more is heard. */
export function* turnMoments({ state, at }: Turn): Generator<number> {
  const holder = holderOf(state, at.wall);
  if (!holder) return;
  yield holder.heard + leaseMs;
  if (state.devices?.asked) yield state.devices.asked.at + answerMs;
}

function isInUse({ state: { devices, whereabouts }, at }: Turn): boolean {
  const gone =
    whereabouts.is === 'away' && ['idle', 'locked', 'asleep', 'closed'].includes(whereabouts.cause);
  return !gone && at.wall - (devices?.used ?? 0) < leaseMs;
}

function give(turn: Turn, { here, asks }: Pick<Sign, 'here' | 'asks'>): void {
  const { devices } = turn.state;
  if (!devices) return;
  const { wall: at } = turn.at;
  const highest = Math.max(0, ...devices.others.map((other) => other.turn));
  // Only who is in use takes a turn; asking or leaving takes none.
  const mine = here && asks === undefined ? Math.max(devices.turn, highest + 1) : devices.turn;
  // A question is no turn: whoever asked may be taken up in the same breath.
  const told = asks === undefined ? at : devices.told;
  change(turn, { devices: { ...devices, turn: mine, told, here } });
  turn.effects.push({
    type: 'sign',
    sign: { turn: mine, at, here, ...questionIn(turn, here, asks) },
  });
}

/** What was asked while nobody could hear it stands in every later sign, until somebody is heard or the pause is over. */
function questionIn({ state }: Turn, here: boolean, asks: number | undefined): Pick<Sign, 'asks'> {
  const { asked, others = [] } = state.devices ?? {};
  if (asks !== undefined) return { asks };
  // Whoever is in use need not ask.
  if (here) return {};
  const isOpen =
    asked !== undefined &&
    state.slots.some(({ slot }) => slot === asked.slot) &&
    others.every(({ heard }) => heard <= asked.at);
  return isOpen ? { asks: asked.at } : {};
}

function withdraw(turn: Turn, devices: Devices): void {
  change(turn, { devices: { ...devices, told: null, here: false } });
  turn.effects.push({ type: 'sign', sign: null });
}
