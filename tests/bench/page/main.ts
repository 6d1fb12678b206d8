/** What a bench calls inside a page; built into one script and run there through the debugger. */
import { pushAll, timeFresh, timeRawFresh } from './fresh.ts';
import { showPlain } from './plain-rows.ts';
import { rawTransfer } from './raw-transfer.ts';
import { seedNights } from './nights.ts';
import { seedFloor, seedVault } from './seed.ts';
import {
  countEntries,
  editOne,
  emptyVault,
  forget,
  readSeed,
  sealedRows,
  takeSeed,
  timeRound,
} from './sync.ts';
import { openPage, writeOne } from './vault-micro.ts';

const pageBench = {
  seedVault,
  seedNights,
  seedFloor,
  readSeed,
  takeSeed,
  emptyVault,
  forget,
  countEntries,
  editOne,
  timeRound,
  pushAll,
  timeFresh,
  timeRawFresh,
  timeRaw: async (extension: string, keep: boolean) =>
    rawTransfer(extension, await sealedRows(), keep),
  writeOne,
  openPage,
  showPlain,
};

export type PageBench = typeof pageBench;

Object.assign(globalThis, { pageBench });
