/** The comma itself: a round head of radius 50 and a tail that leaves it in one stroke. */
export const markPath =
  'M50 0C22.4 0 0 22.4 0 50s22.4 50 50 50h1.6C49.5 116 37.5 130 22.2 142.4c-4.8 4.1-1.6 10.9 4.6 8.9C66 138 100 100 100 50 100 22.4 77.6 0 50 0Z';

/** Width and height of the box that `markPath` fills. */
export const markBox = { width: 100, height: 152 } as const;
