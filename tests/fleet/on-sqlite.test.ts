import '../support/seeded.ts';

import { useQuickCrypto } from '../support/quick-crypto.ts';
import { sqliteInMemory } from '../support/relay-world.ts';
import { testLives } from './lives-on-relay.ts';

useQuickCrypto();
testLives('SQLite', sqliteInMemory);
