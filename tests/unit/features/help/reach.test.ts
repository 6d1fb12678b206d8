import { expect, test } from 'vitest';

import { helpLines, type HelpLine } from '#core/content/help-lines.ts';
import { smsHref, telHref, waysTo } from '#core/features/help/reach.ts';

test.each([
  ['0800 111 0 111', 'tel:08001110111'],
  ['+49 110', 'tel:+49110'],
  ['*99#', 'tel:*99%23'],
  ['+44 (0)20 7946 0018', 'tel:+442079460018'],
  ['(030) 123-456', 'tel:030123456'],
  ['030/123456', 'tel:030123456'],
  ['＋８１ ３ １２３４', 'tel:+8131234'],
  ['٠٨٠٠ ١٢٣', 'tel:0800123'],
  ['०८०० ९९', 'tel:080099'],
  ['555 0100 ext. 12', 'tel:5550100,12'],
  ['555 0100 x12', 'tel:5550100,12'],
  ['Anna: 555 0100', 'tel:5550100'],
  ['+49+30 12', 'tel:+493012'],
  ['the village doctor', null],
])('%s is dialled as %s', (number, href) => {
  expect(telHref(number)).toBe(href);
});

test.each([
  [{ to: '0477 13 11 14' }, 'sms:0477131114'],
  [{ to: '88788', word: 'START' }, 'sms:88788?&body=START'],
  [{ to: '+44 (0)20 1 ext 5', word: 'a & b' }, 'sms:+44201?&body=a%20%26%20b'],
])('a text goes to %j', (text, href) => {
  expect(smsHref(text)).toBe(href);
});

test.each([
  ['555 0100', { call: 'tel:5550100', text: 'sms:5550100?&body=Hi%20%23' }],
  ['tel:555', { call: 'tel:555', text: 'sms:555?&body=Hi%20%23' }],
  ['ines+1@post.example', { mail: 'mailto:ines%2B1@post.example?body=Hi%20%23' }],
  ['https://chat.example/ines?a=1#b', { page: 'https://chat.example/ines?a=1#b' }],
  ['two doors down', {}],
  ['  ', {}],
  ['javascript:alert(1)', {}],
  ['Flat 3, 12 Mill Lane', {}],
  ['Anna 555 0100', { call: 'tel:5550100', text: 'sms:5550100?&body=Hi%20%23' }],
  ['https://you@elsewhere.example/', {}],
])('%s opens %j', (typed, ways) => {
  expect(waysTo(typed, ' Hi # ')).toEqual(ways);
});

test('every number we list can be dialled', () => {
  const all: readonly HelpLine[] = helpLines;
  for (const { id, call } of all) if (call !== null) expect(telHref(call), id).not.toBeNull();
});
