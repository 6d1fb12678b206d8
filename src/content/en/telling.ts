/** What tells a bystander what it is about: “A kinder ending” does not. In small letters; a `*` stands for every ending. */
export const telling = {
  /** What belongs behind the area of intimacy, wherever it is said; an everyday word that may mean it is not here. */
  intimate: ['sex', 'sexual*', 'erotic*', 'kink*', 'orgasm*', 'libido', 'arousal'],
  /** What a title or an address that others may see never names. */
  telling: [
    ...['sex*', 'arous*', 'desire*', 'erotic*', 'intima*', 'kink*', 'fantas*', 'orgasm*', 'libido'],
    ...['sham*', 'asham*', 'abus*', 'trauma*', 'consent*', 'coerc*', 'violen*', 'partner'],
    ...['partners', 'affair', 'affairs', 'infidel*', 'crisis', 'suicid*', 'panic*', 'therap*'],
  ],
};
