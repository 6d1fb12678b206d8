/** What each cause of not being asked does to the time counted, and to a prompt that waited for its end. */

export const causes = [
  'idle',
  'locked',
  'asleep',
  'meeting',
  'sharing',
  'media',
  'quiet',
  'outside',
] as const;
export type Cause = (typeof causes)[number];

/** The time goes on counting, stands still, is credited as rest when long enough, or begins again. */
export const countings = ['keep', 'freeze', 'rest', 'fresh'] as const;
export type Counting = (typeof countings)[number];

/** A prompt that waited is let go, offered once late, or let go with the interval begun again. */
export const returnings = ['nothing', 'offer', 'fresh'] as const;
export type Returning = (typeof returnings)[number];

export interface Policy {
  readonly counts: Counting;
  readonly back: Returning;
}

export type Policies = Readonly<Record<Cause, Policy>>;

/** A call, a shared screen or a film is no rest: it delays a pause and never cancels it (product decision). */
export const usualPolicies: Policies = {
  idle: { counts: 'rest', back: 'offer' },
  locked: { counts: 'rest', back: 'offer' },
  asleep: { counts: 'rest', back: 'offer' },
  meeting: { counts: 'keep', back: 'offer' },
  sharing: { counts: 'keep', back: 'offer' },
  media: { counts: 'keep', back: 'offer' },
  quiet: { counts: 'keep', back: 'offer' },
  outside: { counts: 'fresh', back: 'fresh' },
};

/** What can make a prompt that is due wait, the weightiest first. */
export const holdCauses = [
  'quiet',
  'sharing',
  'meeting',
  'media',
  'outside',
  'typing',
  'other',
  'device',
  'gap',
] as const;
export type HoldCause = (typeof holdCauses)[number];
