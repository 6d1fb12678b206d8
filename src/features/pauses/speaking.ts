/**
 * Which of a person's devices speaks: the one that was used last and is not left. Each says so in a sign of its own.
 * Which sign is the later one is told by counting: no device believes another's clock, and no turn ends by time alone,
 * or two that nobody touches would both speak. A device that has a pause to offer and not the turn asks whether the
 * one that has it is still there; without an answer it offers by itself, and so does one that is cut off. When all are
 * left, nothing new comes, and what stands on a screen stays on that of the one used last.
 */
import { type Devices, type EngineState, type OtherDevice } from './engine-state.ts';
import { type Presence, type Sign, type SignOf } from './events.ts';
import { change, type Turn } from './turn.ts';

/** Whoever was asked and says nothing for this long is gone (chosen: another takes over within a minute). */
const answerMs = 45_000;
/** One pause that waits so long is asked for again: whoever answered may be gone since (chosen). */
const askAgainMs = 5 * 60_000;
/** Two devices in use at once take their turns no more often than this (chosen). */
export const claimMs = 5_000;
/** A device that was not heard of for so long is no longer reckoned with (chosen). */
const forgottenMs = 30 * 24 * 3_600_000;

/** The device whose turn it is, unless it is this one's or nobody's. */
function holderOf(
  { devices }: Pick<EngineState, 'devices'>,
  wall: number,
): OtherDevice | undefined {
  return devices?.others
    .filter((other) => isRival(other, devices) && answers(other, wall))
    .toSorted((a, b) => b.turn - a.turn || (a.device < b.device ? 1 : -1))[0];
}

/** Whether another device comes before this one: it has the turn, or of all that are left it was used last. */
export function isBehind(state: Pick<EngineState, 'devices'>, wall: number): boolean {
  const { devices } = state;
  if (holderOf(state, wall)) return true;
  return (
    devices?.here === false &&
    devices.others.some((other) => !other.here && isLater(other, devices))
  );
}

/** Whether a pause may come here now, as far as the person's devices have heard of each other. */
export const speaksHere = (
  state: Pick<EngineState, 'devices' | 'speaker'>,
  { wall }: { readonly wall: number },
): boolean => state.speaker === 'here' && !isBehind(state, wall);

/** Whether the next touch of this device is news to the others: by it they learn that the person is here. */
export const awaitsTouch = ({ devices }: Pick<EngineState, 'devices'>, wall: number): boolean =>
  devices !== undefined &&
  devices.others.length > 0 &&
  (!devices.here || holderOf({ devices }, wall) !== undefined);

const answers = ({ asked }: OtherDevice, wall: number): boolean =>
  asked === undefined || wall - asked < answerMs;

/** In use as far as it said, and before this one; before one that is left any other comes. */
const isRival = (other: OtherDevice, devices: Devices): boolean =>
  other.here && (!devices.here || isLater(other, devices));

const isLater = (other: OtherDevice, { turn, own }: Devices): boolean =>
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
  const others = signs.flatMap((sign): OtherDevice[] => {
    if (sign.device === own) return [];
    const kept = before.get(sign.device);
    if (kept?.turn !== sign.turn || kept.at !== sign.at) return [{ ...sign, heard: wall }];
    return wall - kept.heard < forgottenMs ? [kept] : [];
  });
  change(turn, { devices: { ...known, own, others } });
  const isAsked = others.some(
    ({ device, asks, heard }) =>
      asks !== undefined && asks !== before.get(device)?.asks && wall - heard < answerMs,
  );
  const holder = holderOf(turn.state, wall);
  // Whoever waits for an answer of another may have to speak itself, and says so.
  if (isAsked && isHere(turn) && (!holder || holder.asked !== undefined)) say(turn, { here: true });
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
  // After the clock was set back nothing was heard or asked later than now.
  const past = (instant: number): number => Math.min(wall, instant);
  const others = devices.others.map(({ asked, ...each }) => ({
    ...each,
    heard: past(each.heard),
    ...(asked !== undefined && { asked: past(asked) }),
  }));
  const used = past(Math.max(devices.used, presence?.used ?? 0));
  const told = devices.told && past(devices.told);
  const asked = devices.asked && { ...devices.asked, at: past(devices.asked.at) };
  const known = { ...devices, others, used, told, ...(asked && { asked }) };
  change(turn, { devices: known });
  const here = isHere(turn);
  const holder = holderOf(turn.state, wall);
  // A start is no touch.
  if (told === null) say(turn, { here: here && !holder });
  else if (others.length === 0) return;
  else if (here && isTakenUp(known, wall)) takeTurn(turn);
  else if (!holder && devices.here !== here) {
    // Whoever did not answer may have been cut off, and be the one in use.
    if (here && others.every((other) => !other.here)) takeTurn(turn);
    else say(turn, { here });
  }
}

/** Used since those before it were heard of. */
function isTakenUp(devices: Devices, wall: number): boolean {
  const { told, turn, used } = devices;
  const rivals = devices.others.filter((other) => isRival(other, devices));
  if (rivals.length === 0 || rivals.some(({ heard }) => used < heard)) return false;
  return turn === 0 || wall - (told ?? 0) >= claimMs;
}

/** For each pause that waits for another device to speak, or stands here though that one did not answer. */
export function askRivals(turn: Turn): void {
  const { slots, devices, speaker } = turn.state;
  const { wall: at } = turn.at;
  if (!devices || speaker === 'other' || turn.rules.everyDevice || !isHere(turn)) return;
  if (!devices.others.some((other) => isRival(other, devices))) return;
  const open = slots.find(
    ({ phase, asked, heldBy }) =>
      !asked && (phase === 'due' ? heldBy.includes('device') : phase !== 'open'),
  );
  if (!open) return;
  const { asked } = devices;
  if (asked?.slot === open.slot && at - asked.at < askAgainMs) return;
  // Whoever was heard in this very moment is there.
  const others = devices.others.map((other) =>
    other.here && other.heard < at ? { ...other, asked: other.asked ?? at } : other,
  );
  change(turn, { devices: { ...devices, others, asked: { at, slot: open.slot } } });
  // A question is no turn: whoever asked may be taken up in the same breath.
  if (others.some((other) => other.asked !== undefined)) say(turn, devices, devices.told);
}

/** When it is known that somebody else's turn ends, if nothing more is heard, and when to ask again. */
export function* turnMoments({ state, at }: Turn): Generator<number> {
  const holder = holderOf(state, at.wall);
  if (holder?.asked !== undefined) yield holder.asked + answerMs;
  if (holder && state.devices?.asked) yield state.devices.asked.at + askAgainMs;
}

/** Nothing says that the person left this device. */
const isHere = ({ state: { whereabouts } }: Turn): boolean =>
  whereabouts.is !== 'away' || !['idle', 'locked', 'asleep', 'closed'].includes(whereabouts.cause);

function takeTurn(turn: Turn): void {
  const { devices } = turn.state;
  if (!devices) return;
  const highest = Math.max(0, ...devices.others.map((other) => other.turn));
  change(turn, { devices: { ...devices, turn: Math.max(devices.turn, highest + 1) } });
  say(turn, { here: true });
}

function say(turn: Turn, { here }: Pick<Sign, 'here'>, told: number | null = turn.at.wall): void {
  const { devices } = turn.state;
  if (!devices) return;
  change(turn, { devices: { ...devices, told, here } });
  const sign = { turn: devices.turn, at: turn.at.wall, here, ...questionIn(turn) };
  turn.effects.push({ type: 'sign', sign });
}

/** It stands in every later sign, too, until whoever could not hear it answers or the pause is over. */
function questionIn({ state: { devices, slots } }: Turn): Pick<Sign, 'asks'> {
  const asked = devices?.asked;
  const isOpen =
    asked !== undefined &&
    slots.some(({ slot }) => slot === asked.slot) &&
    devices?.others.some((other) => other.asked !== undefined && isRival(other, devices));
  return isOpen ? { asks: asked.at } : {};
}

function withdraw(turn: Turn, devices: Devices): void {
  change(turn, { devices: { ...devices, told: null, here: false } });
  turn.effects.push({ type: 'sign', sign: null });
}
