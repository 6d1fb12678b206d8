/** Parts of the plan for a hard moment that are words of the person's own, or out of a pack. */
export const noteParts = ['matters', 'signs', 'alone', 'places', 'safer'] as const;
export type NotePart = (typeof noteParts)[number];

/** Its steps that are people. */
export const peopleParts = ['company', 'ask', 'professionals'] as const;
export type PeoplePart = (typeof peopleParts)[number];
