/** The set-up of a file whose tests share one browser with a wall clock that they set; the engine begins anew before each. */
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';

import { Chromium } from './chromium.ts';
import { openApp } from './comma.ts';
import { alwaysWelcome, forgetEngine } from './engine.ts';
import { keepRules } from './records.ts';
import { WallClock } from './wall-clock.ts';

export interface ClockWorld {
  readonly clock: WallClock;
  readonly chromium: Chromium;
  /** A page of the extension. */
  readonly app: Page;
}

/** `ready` takes them over once; pauses are welcome around the clock. */
export function eachClock(ready: (world: ClockWorld) => void): void {
  let world: ClockWorld;
  beforeAll(async () => {
    const clock = await WallClock.make();
    const chromium = await Chromium.open({ clock });
    world = { clock, chromium, app: await openApp(chromium) };
    await keepRules(world.app, alwaysWelcome);
    ready(world);
  });
  afterAll(async () => {
    await world.chromium.close();
    await world.clock.remove();
  });
  beforeEach(async () => {
    await world.clock.putRight(); // a test that failed half-way left it as it was
    await forgetEngine(world.app);
  });
}
