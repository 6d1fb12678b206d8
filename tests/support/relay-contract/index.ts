/** What a relay promises, whatever its rows lie in; each kind of store runs this same list. */
import { describe } from 'vitest';

import type { Store } from '../../../relay/store/store.ts';
import { testExchange } from './exchange.ts';
import { testHearing } from './hearing.ts';
import { testOwnTokens } from './own-tokens.ts';
import { testVaults } from './vaults.ts';
import { testWakes } from './wakes.ts';
import { createWorld } from './world.ts';

export function describeRelay(name: string, openStore: () => Promise<Store>): void {
  describe(`a relay on ${name}`, () => {
    const world = createWorld(openStore);
    testExchange(world);
    testVaults(world);
    testHearing(world);
    testWakes(world);
    testOwnTokens(world);
  });
}
