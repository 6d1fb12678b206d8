/** The set-up of a file whose tests share one Firefox, in which every test begins as in a new profile. */
import { afterAll, beforeAll, beforeEach } from 'vitest';

import { Firefox, type FirefoxOptions } from './firefox.ts';

/** `ready` takes the browser over before each test, before what the file itself sets up. */
export function eachFirefox(ready: (firefox: Firefox) => unknown, options?: FirefoxOptions): void {
  let firefox: Firefox;
  let isNew = true;
  beforeAll(async () => {
    firefox = await Firefox.open(options);
  });
  afterAll(() => firefox.close());
  beforeEach(async () => {
    if (!isNew) await firefox.beginAnew();
    isNew = false;
    await ready(firefox);
  });
}
