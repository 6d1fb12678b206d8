/** The set-up of a file in which every test has a browser of its own beside the served PWA. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { servePwa } from './build.ts';
import { Chromium, type ChromiumOptions } from './chromium.ts';

/** `ready` takes the browser over before each test. */
export function eachBrowser(
  ready: (chromium: Chromium) => unknown,
  options?: ChromiumOptions,
): void {
  let served: Served;
  let chromium: Chromium;
  beforeAll(async () => {
    served = await servePwa();
  });
  afterAll(() => served.close());
  beforeEach(async () => {
    chromium = await Chromium.open(options);
    await ready(chromium);
  });
  afterEach(() => chromium.close());
}
