import { test } from 'vitest';

import { eachFirefox } from '../support/each-firefox.ts';
import { type Firefox } from '../support/firefox.ts';
import { fill, goTo, keepNote, openApp, press, says } from '../support/firefox-comma.ts';
import { passphrase } from '../support/lock.ts';

let firefox: Firefox;
eachFirefox((it) => {
  firefox = it;
});

test('in Firefox a passphrase closes the extension’s journal, and opens it again', async () => {
  const app = await openApp(firefox);
  await keepNote(app, 'before the lock');
  await goTo(app, 'lock');
  await says(app, 'Turn the lock on');
  await fill(app, 'Passphrase', passphrase);
  await fill(app, 'The same once more', passphrase);
  await press(app, 'Turn the lock on');
  await says(app, 'Lock by itself');
  await goTo(app, 'journal');
  await says(app, 'before the lock');
  await press(app, 'Lock now');
  await says(app, 'Your journal is closed.');
  await fill(app, 'Passphrase', passphrase);
  await press(app, 'Unlock');
  await says(app, 'before the lock');
});
