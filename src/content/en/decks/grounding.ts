import type { GroundingStep } from '../../schema.ts';

/** The 5-4-3-2-1 exercise with a breath at each end; every step can be left out. */
export const grounding = [
  {
    id: 'ground-breath-in',
    count: 0,
    text: 'One slow breath, eyes open if you like.',
    instead: 'Or just stay as you are for a moment.',
  },
  {
    id: 'ground-see',
    count: 5,
    text: 'Five things you can see.',
    instead: 'Or five things you know are in the room.',
  },
  {
    id: 'ground-touch',
    count: 4,
    text: 'Four things you can feel on your skin.',
    instead: 'Or four places where something holds you up.',
  },
  {
    id: 'ground-hear',
    count: 3,
    text: 'Three things you can hear.',
    instead: 'Or three things that move or hum nearby.',
  },
  {
    id: 'ground-smell',
    count: 2,
    text: 'Two things you can smell.',
    instead: 'Or two smells you like to remember.',
  },
  {
    id: 'ground-taste',
    count: 1,
    text: 'One thing you can taste.',
    instead: 'Or one taste you like to remember.',
  },
  {
    id: 'ground-breath-out',
    count: 0,
    text: 'One more breath. You are here.',
    instead: 'Or let it end here.',
  },
] as const satisfies readonly GroundingStep[];
