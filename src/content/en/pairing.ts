/** The first meeting of the extension and the app. */
export const pairing = {
  language: 'en',
  text: 'Do you see the same six digits in both places?',
  yes: 'They match',
  no: 'They differ',
  stopped: 'Stopped. Nothing was shared.',
  done: 'In step from now on.',
  unite: 'Both journals come together. Nothing is replaced.',
};
