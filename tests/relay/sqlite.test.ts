// @vitest-environment node
import { describeRelay } from '../support/relay-contract/index.ts';
import { freshSqlite } from '../support/relay-world.ts';

describeRelay('SQLite', freshSqlite);
