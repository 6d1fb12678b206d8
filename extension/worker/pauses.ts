/** The timing engine inside the worker: its alarm, its senses, its surfaces. */
import { PauseRunner, forgetOldDays, type PauseAction } from '#core/app/pause-runner.ts';
import type { EngineState } from '#core/features/pauses/engine-state.ts';
import type { Presence, PauseEvent } from '#core/features/pauses/events.ts';
import type { Prompt } from '#core/features/pauses/prompt.ts';
import { promptOrFirst, type PauseRules } from '#core/features/pauses/rules.ts';
import { clockStepMs } from '#core/app/watch-clock.ts';
import { dayOf } from '#core/kernel/civil-time.ts';
import { createId, systemRandom } from '#core/kernel/random.ts';

import { clock } from '../clock.ts';
import { onNoticeAnswered } from '../notices.ts';
import { carry, carrySometimes, isInformed } from './carrying.ts';
import { alarmAt, outlastSetBack, setAlarm, startHeartbeat } from './heartbeat.ts';
import { lastKeyAt, presenceNow, startSenses } from './senses.ts';
import { soundChime } from './sound.ts';
import { inNewRun } from './new-run.ts';
import { hideOffer, openPauseWindow, showOffer } from './surfaces.ts';
import { vault } from './vault.ts';

type Offer = Extract<PauseAction, { type: 'offer' }>;

const runner: Promise<PauseRunner> = vault.then(async (opened) => {
  const made = new PauseRunner(opened, {
    shell: 'extension',
    clock,
    boot: createId(systemRandom),
    act: perform,
    typedAt: lastKeyAt,
  });
  // Before anything else happens to it, whatever woke the worker.
  await inNewRun(async () => {
    await made.take({ type: 'started', alone: true });
    await forgetOldDays(opened, dayOf(clock.wall(), clock.zone()));
  });
  return made;
});

export async function take(event: PauseEvent): Promise<void> {
  // Whoever opened it need not be told any more.
  if (event.type === 'opened') await hideOffer();
  await (await runner).take(event);
}

/** Where the engine stands, as far as it has looked. */
export async function engineNow(): Promise<EngineState> {
  return (await runner).state();
}

export async function rulesNow(): Promise<PauseRules> {
  return (await runner).rules();
}

export async function hearFacts(): Promise<void> {
  await (await runner).hear();
}

async function perform(action: PauseAction, rules: PauseRules): Promise<void> {
  switch (action.type) {
    case 'wake':
      await setAlarm(action.at);
      break;
    case 'withdraw':
      await hideOffer();
      break;
    case 'offer':
      if (action.asked) await openPauseWindow(action.slot, 'asked', true);
      else await offer(action, promptOrFirst(rules, action.prompt));
      break;
    case 'setBack':
      await outlastSetBack(action.from);
      break;
  }
}

async function offer({ slot, level }: Offer, prompt: Prompt): Promise<void> {
  if (!(await isInformed())) {
    // It may have been taken elsewhere. Not awaited, as below; with the next look it is offered again if it still stands.
    void carry().then(beat);
    return;
  }
  const surface = await showOffer(slot, level, prompt);
  if (prompt.chime) void soundChime();
  // Not awaited: the runner takes events one by one and this one is still being taken.
  void take({ type: 'shown', slot, surface });
}

/** Registers every listener at once: a worker that wakes for an event has only its first turn for it. */
export function startPauses(): void {
  startHeartbeat(() => void beat());
  chrome.runtime.onStartup.addListener(() => void beat());
  chrome.runtime.onInstalled.addListener(() => void beat());
  startSenses((state) => void lookAround('presence', state));
  onNoticeAnswered((answer, slot) => {
    void take(answer === 'here' ? { type: 'pauseNow' } : { type: answer, slot });
  });
  void ensureAlarm();
}

/** `state` when the browser told it; otherwise it is asked. */
export async function lookAround(
  type: 'heartbeat' | 'presence',
  state?: Presence['state'],
): Promise<void> {
  const engine = await runner;
  const presence = await presenceNow((await engine.rules()).idleMinutes, state);
  const { slots, devices } = await engine.take({ type, presence });
  const isSeen = slots.some(({ phase }) => phase === 'shown');
  // Taken on another device, it goes from this screen, though no page is open that would hear of it.
  if (isSeen && devices && devices.others.length > 0) void carrySometimes();
}

export const beat = (): Promise<void> => lookAround('heartbeat');

/** Whatever woke the worker: an alarm that was lost (a restart, an update) or stands still is seen to. */
async function ensureAlarm(): Promise<void> {
  const { seen } = await (await runner).state();
  if (clock.wall() < seen.wall - clockStepMs || (await alarmAt()) === null) await beat();
}
