/** Around the plan for a hard moment. */
import { plan } from './en/plan.ts';
import { inTongues } from './spoken.ts';

export type PlanWords = typeof plan;
export const planIn = inTongues(plan);
