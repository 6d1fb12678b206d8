// @vitest-environment node
/** Two devices that meet at a real relay by a code, over a real socket. */
import { expect, onTestFinished, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { codeWaits, showCode, takeCode, type MeetingParts } from '#core/sync/pairing/by-code.ts';
import { createPairingCode, type PairingCode } from '#core/sync/pairing/code.ts';
import { systemSchedule, type Schedule } from '#core/sync/schedule.ts';

import { createManualTimers } from '../support/manual-timers.ts';
import { freshSqlite, startRelay } from '../support/relay-world.ts';

const seed = Uint8Array.from({ length: 16 }, (_, at) => at);

/** A second here takes 10 ms. */
const hurried: Schedule = (run, afterMs) => systemSchedule(run, afterMs / 100);

interface World {
  readonly code: PairingCode;
  readonly parts: MeetingParts;
  /** Everything that went over the wire. */
  readonly wire: string[];
}

async function setupMeeting(): Promise<World> {
  const store = await freshSqlite();
  const relay = await startRelay({ store });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  const wire: string[] = [];
  const parts: MeetingParts = {
    async fetch(address, request) {
      const { body } = request;
      wire.push(address, body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : '');
      return fetch(address, request);
    },
    schedule: hurried,
    random: systemRandom,
    now: () => 0,
  };
  return { code: createPairingCode(relay.origin, systemRandom), parts, wire };
}

test('both devices show the same four digits, and the one that joins is given the seed', async () => {
  const { code, parts, wire } = await setupMeeting();
  const showing = showCode(code, () => seed, parts);
  const taking = takeCode(code, parts);
  const digits = await showing.digits;
  expect(digits).toMatchObject({ ok: true, value: expect.stringMatching(/^\d{4}$/) as string });
  expect(await taking.digits).toEqual(digits);
  expect(await showing.confirm()).toEqual({ ok: true, value: null });
  expect(await taking.seed).toEqual({ ok: true, value: seed });

  const said = wire.join('\n');
  for (const bytes of [seed, code.secret]) {
    expect(said).not.toContain(Buffer.from(bytes).toString('latin1'));
    expect(said).not.toContain(Buffer.from(bytes).toString('base64url'));
  }
  expect(said).not.toContain('pair-');
});

test('the seed is not touched before the person says yes, and a no reaches the other device', async () => {
  const { code, parts } = await setupMeeting();
  let reads = 0;
  const showing = showCode(
    code,
    () => {
      reads++;
      return seed;
    },
    parts,
  );
  const taking = takeCode(code, parts);
  await showing.digits;
  showing.decline();
  expect(await taking.seed).toEqual({ ok: false, error: { type: 'Declined' } });
  expect(reads).toBe(0);
});

test('whoever answers a photographed code first turns the phone away, and shows other digits than it', async () => {
  const { code, parts } = await setupMeeting();
  const thief = takeCode(code, parts);
  const showing = showCode(code, () => seed, parts);
  const shown = await showing.digits;
  expect(await thief.digits).toEqual(shown);
  const phone = takeCode(code, {
    ...parts,
    schedule: (run, ms) => systemSchedule(run, ms / 1_000),
  });
  expect(await phone.digits).toMatchObject({ ok: false });
  showing.decline();
  expect(await thief.seed).toEqual({ ok: false, error: { type: 'Declined' } });
});

test('the device that joins may stop, and the other one hears of it', async () => {
  const { code, parts } = await setupMeeting();
  const showing = showCode(code, () => seed, parts);
  const taking = takeCode(code, parts);
  await showing.digits;
  taking.cancel();
  await expect.poll(() => showing.confirm()).toMatchObject({ ok: false });
});

test('a code that nobody answers is over after ten minutes', async () => {
  const { code, parts } = await setupMeeting();
  const timers = createManualTimers();
  const showing = showCode(code, () => seed, { ...parts, schedule: timers.schedule });
  timers.advance(codeWaits);
  expect(await showing.digits).toEqual({ ok: false, error: { type: 'Expired' } });
});
