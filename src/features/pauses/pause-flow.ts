/**
 * The way through a pause: breathe, name what is here, choose one thing, and back to the day. Every
 * step can be left, and leaving is a way of having paused.
 */
import { type PauseEnding } from './events.ts';

export const pauseChoices = ['breathe', 'line', 'ground', 'write', 'comma', 'day'] as const;
export type PauseChoice = (typeof pauseChoices)[number];

export const pauseSources = ['schedule', 'toolbar', 'shortcut', 'app', 'notification'] as const;
export type PauseSource = (typeof pauseSources)[number];

export type PauseStep = 'breathe' | 'label' | 'choose' | Exclude<PauseChoice, 'day'> | 'end';

/** A pause as it stands. The first breath and *breathe longer* are told apart by `choice`. */
export interface PauseFlow {
  readonly step: PauseStep;
  readonly slot: string;
  readonly source: PauseSource;
  readonly startedAt: number;
  /** When this step began. */
  readonly stepAt: number;
  /** Ids of feelings, and own words. */
  readonly feelings: readonly string[];
  readonly choice: PauseChoice | null;
  /** 5-4-3-2-1: which of its steps; elsewhere zero. */
  readonly groundAt: number;
  /** Set at the end. */
  readonly ended: { readonly at: number; readonly how: PauseEnding } | null;
}

export type PauseMove =
  /** "I'm here": the breath was enough, or its time is over. */
  | { readonly type: 'here' }
  | { readonly type: 'feel'; readonly feeling: string }
  | { readonly type: 'labelled' }
  | { readonly type: 'choose'; readonly choice: PauseChoice }
  | { readonly type: 'next'; readonly of: number }
  | { readonly type: 'done' }
  | { readonly type: 'enough' }
  | { readonly type: 'back' }
  | { readonly type: 'leave' };

/** More words than this are a list, not a name for what is here (chosen). */
const mostFeelings = 3;

export const beginPause = (slot: string, source: PauseSource, at: number): PauseFlow => ({
  step: 'breathe',
  slot,
  source,
  startedAt: at,
  stepAt: at,
  feelings: [],
  choice: null,
  groundAt: 0,
  ended: null,
});

/** A move that has no meaning where the pause stands changes nothing. */
export function movePause(flow: PauseFlow, move: PauseMove, at: number): PauseFlow {
  if (flow.step === 'end') return flow;
  if (move.type === 'leave') return end(flow, at, 'left');
  const go = (step: PauseStep, patch: Partial<PauseFlow> = {}): PauseFlow => ({
    ...flow,
    ...patch,
    step,
    stepAt: at,
  });
  switch (flow.step) {
    case 'breathe':
      if (flow.choice !== null) return finishChoice(flow, move, at, go);
      return move.type === 'here' || move.type === 'done' || move.type === 'enough'
        ? go('label')
        : flow;
    case 'label':
      if (move.type === 'feel') return { ...flow, feelings: toggled(flow.feelings, move.feeling) };
      if (move.type === 'back') return go('breathe');
      return move.type === 'labelled' ? go('choose') : flow;
    case 'choose':
      if (move.type === 'back') return go('label');
      if (move.type !== 'choose') return flow;
      if (move.choice === 'day') return end({ ...flow, choice: 'day' }, at, 'done');
      return go(move.choice, { choice: move.choice, groundAt: 0 });
    case 'ground':
      if (move.type === 'next' && flow.groundAt + 1 < move.of)
        return go('ground', { groundAt: flow.groundAt + 1 });
      return finishChoice(flow, move.type === 'next' ? { type: 'done' } : move, at, go);
    case 'line':
    case 'write':
    case 'comma':
      return finishChoice(flow, move, at, go);
  }
}

function finishChoice(
  flow: PauseFlow,
  move: PauseMove,
  at: number,
  go: (step: PauseStep, patch?: Partial<PauseFlow>) => PauseFlow,
): PauseFlow {
  if (move.type === 'done' || move.type === 'here') return end(flow, at, 'done');
  if (move.type === 'enough') return end(flow, at, 'enough');
  return move.type === 'back' ? go('choose', { choice: null, groundAt: 0 }) : flow;
}

const end = (flow: PauseFlow, at: number, how: PauseEnding): PauseFlow => ({
  ...flow,
  step: 'end',
  stepAt: at,
  ended: { at, how },
});

/** A word taken a second time is put back; a fourth one makes room by letting the first go. */
function toggled(feelings: readonly string[], feeling: string): readonly string[] {
  if (feelings.includes(feeling)) return feelings.filter((word) => word !== feeling);
  return [...feelings, feeling].slice(-mostFeelings);
}

export interface PauseFacts {
  readonly slot: string;
  readonly startedAt: number;
  readonly seconds: number;
  readonly feelings: readonly string[];
  readonly choice: PauseChoice | null;
  readonly how: PauseEnding;
  readonly source: PauseSource;
}

/** What there is to keep of a pause, at its end or wherever it is cut off at `at`. */
export function pauseFacts(flow: PauseFlow, at: number): PauseFacts {
  const { slot, startedAt, feelings, choice, source, ended } = flow;
  const seconds = Math.max(0, Math.round(((ended?.at ?? at) - startedAt) / 1000));
  return { slot, startedAt, seconds, feelings, choice, how: ended?.how ?? 'left', source };
}
