/** How long it is to be quiet. */
export const quiet = {
  language: 'en',
  title: 'Quiet for a while',
  hour: 'For an hour',
  twoHours: 'For two hours',
  tomorrow: 'Until tomorrow',
  until: 'Until a time',
  untilThen: 'Quiet until then',
};
