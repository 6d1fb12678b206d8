/** Calls that are seen and calls that the person tells of. */
import { expect, test } from 'vitest';

import { usualPolicies } from '#core/features/pauses/policies.ts';
import { inForce, isShared } from '#core/features/pauses/whereabouts.ts';
import { hour, instant, minute, prompt, second, World } from './support/world.ts';

const always = Array(7).fill([{ from: 0, until: 1440 }]);

test('T35: a call that is told of during a pause closes it kindly, and it counts', () => {
  const world = new World();
  world.pass(50 * minute);
  world.send({ type: 'opened', slot: world.shownSlot });
  world.pass(10 * second);
  world.send({ type: 'call', until: world.wall + hour });
  expect(world.endings).toMatchObject([{ verdict: 'interrupted', detail: { cause: 'meeting' } }]);
  expect(world.visible.size).toBe(0);
});

test('a call that was told of and is over does not end one that is seen, whatever happens without a look', () => {
  const world = new World({ hours: always });
  world.send({ type: 'call', until: world.wall + 5 * minute });
  world.pass(20 * minute);
  world.see({ meeting: true });
  world.pass(40 * minute);
  world.send({ type: 'rulesChanged' });
  expect(world.offers).toEqual([]);
  expect(world.next).toEqual({ type: 'held', cause: 'meeting' });
});

test('a call that outlasts what the person told of it goes on holding, as the one it is', () => {
  const world = new World({
    hours: always,
    policies: { ...usualPolicies, meeting: { counts: 'freeze', back: 'nothing' } },
  });
  world.pass(20 * minute);
  world.see({ meeting: true });
  world.send({ type: 'call', until: world.wall + 10 * minute });
  world.pass(40 * minute);
  world.see({ meeting: false });
  expect(world.next).toMatchObject({ type: 'in', minutes: 30 });
});

test('what a call held while nobody looked is not late by that', () => {
  const tea = prompt('tea', { type: 'clock', times: [600], days: [1, 2, 3, 4, 5, 6, 7] });
  const world = new World({ prompts: [tea] }, instant('2026-11-23T09:55'));
  world.see({ meeting: true });
  world.pass(10 * minute);
  world.lock();
  world.see({ state: 'locked', meeting: true });
  world.pass(50 * minute);
  world.see({ meeting: false });
  world.pass(2 * minute);
  expect(world.visible).toEqual(new Set(['slot:tea:2026-11-23T10:00']));
});

test('a call told in one shell holds in the other', () => {
  const [here, there] = [new World(), new World()];
  here.send({ type: 'call', until: here.wall + hour });
  there.send({ type: 'elsewhere', facts: here.facts });
  there.pass(55 * minute);
  expect(there.offers).toEqual([]);
});

test('a call that the person tells of holds like one that is seen, and ends by itself or when they say so', () => {
  const world = new World();
  world.pass(40 * minute);
  world.send({ type: 'call', until: world.wall + 30 * minute });
  world.pass(29 * minute);
  expect(world.offers).toEqual([]);
  world.pass(2.5 * minute);
  expect(world.offers).toHaveLength(1);

  const told = new World();
  told.pass(40 * minute);
  told.send({ type: 'call', until: told.wall + 2 * hour });
  told.pass(20 * minute);
  told.send({ type: 'call', until: told.wall });
  told.pass(1.5 * minute);
  expect(told.offers).toHaveLength(1);
  expect(told.verdicts).toEqual(['call', 'held', 'call ended', 'shown']);
});

/** A page that holds its pauses because the extension, which is in touch with it, offers them. */
function besideExtension(): { page: World; extension: World; exchange: () => void } {
  const [page, extension] = [new World({ hours: always }), new World({ hours: always })];
  page.send({ type: 'speaker', who: 'other' });
  let told = 0;
  const exchange = (): void => {
    page.send({ type: 'elsewhere', facts: extension.facts.slice(told) });
    told = extension.facts.length;
  };
  return { page, extension, exchange };
}

test('a shared screen and a call that one shell sees are known in the other until they are over', () => {
  const { page, extension, exchange } = besideExtension();
  extension.see({ meeting: true, sharing: true });
  exchange();
  expect(isShared(page.state)).toBe(true);
  expect(inForce(page.state)).toContain('meeting');
  for (const world of [page, extension]) world.pass(5 * minute);
  extension.see({ meeting: true });
  exchange();
  expect(isShared(page.state)).toBe(false);
  expect(inForce(page.state)).toContain('meeting');
  extension.see({});
  exchange();
  expect(inForce(page.state)).toEqual([]);
});

test('a shell that is gone sees nothing: the other one offers its pauses again', () => {
  const { page, extension, exchange } = besideExtension();
  extension.see({ sharing: true });
  exchange();
  page.pass(60 * minute);
  expect(page.offers).toEqual([]);
  page.send({ type: 'speaker', who: 'here' });
  expect(isShared(page.state)).toBe(false);
  expect(page.visible.size).toBe(1);
});

test('what a shell sees on its own is not undone by what another computer says', () => {
  const { page, extension, exchange } = besideExtension();
  page.send({ type: 'speaker', who: 'here' });
  extension.see({ sharing: true });
  exchange();
  expect(isShared(page.state)).toBe(false);
  page.see({ sharing: true });
  extension.pass(minute);
  page.pass(minute);
  extension.see({});
  exchange();
  expect(isShared(page.state)).toBe(true);
});

test('a call that ends on one computer does not end one that goes on at another', () => {
  const page = new World();
  page.send({ type: 'speaker', who: 'other' });
  const at = page.at.wall;
  const call = { type: 'seen', what: 'meeting' } as const;
  const until = at + 24 * hour;
  page.send({ type: 'elsewhere', facts: [{ ...call, device: 'desk', at, until }] });
  page.send({ type: 'elsewhere', facts: [{ ...call, device: 'laptop', at: at + 1, until }] });
  page.pass(minute);
  const over = page.at.wall;
  page.send({
    type: 'elsewhere',
    facts: [{ ...call, device: 'laptop', at: over, until: over }],
  });
  expect(page.state.around.meetingThere).toBeDefined();
  page.pass(minute);
  const end = page.at.wall;
  page.send({ type: 'elsewhere', facts: [{ ...call, device: 'desk', at: end, until: end }] });
  expect(page.state.around.meetingThere).toBeUndefined();
});
