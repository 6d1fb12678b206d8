/** The protocol as an OpenAPI document, made from the very shapes that read it. */
import type { Json } from '../../kernel/json.ts';
import { longestBody, longestMail } from './limits.ts';
import { inviteHeader, invite, mailName, vaultName } from './names.ts';
import { pageShape, questionShape } from './pull.ts';
import { pushShape, takenShape } from './push.ts';
import { healthShape, refusals, refusalShape, type Refusal } from './refusal.ts';
import { headEvent, routes, type Route } from './routes.ts';
import { rowsType } from './rows.ts';
import { cancelShape, deviceName, pushKeyShape, wakesShape } from './wakes.ts';
import type { Schema, Shape } from './shape.ts';

type Part = Readonly<Record<string, Json>>;

interface Operation {
  readonly summary: string;
  readonly request?: Part;
  readonly answer: readonly [status: number, content: Part | null, description: string];
  readonly refusals: readonly Refusal[];
}

const rowsOf = (shape: Shape<unknown>): Part => ({
  [rowsType]: {
    schema: {
      type: 'string',
      format: 'binary',
      maxLength: longestBody,
      description:
        'A JSON head behind its length (32 bits, big-endian), then the ciphertexts that it announces, end to end.',
      contentSchema: shape.schema,
    },
  },
});
const jsonOf = (shape: Shape<unknown>): Part => ({ 'application/json': { schema: shape.schema } });
const sealed: Part = {
  'application/octet-stream': {
    schema: { type: 'string', format: 'binary', minLength: 1, maxLength: longestMail },
  },
};
const plainText = (type: string): Part => ({ [type]: { schema: { type: 'string' } } });

const ofVaults: readonly Refusal[] = ['unauthorised', 'invite-needed', 'deleted', 'too-many'];

const operations: Readonly<Record<Route, Operation>> = {
  pull: {
    summary:
      'What the vault holds after a counter; there is more while the last row is below `wit`.',
    request: jsonOf(questionShape),
    answer: [200, rowsOf(pageShape), 'A page, or that the asker has to start over.'],
    refusals: ['malformed', ...ofVaults, 'too-large'],
  },
  push: {
    summary: 'Stores rows whose base is what is stored; all that fit, or none.',
    request: rowsOf(pushShape),
    answer: [200, rowsOf(takenShape), 'What is stored now, and what stands in the way.'],
    refusals: ['malformed', ...ofVaults, 'too-large', 'full'],
  },
  events: {
    summary: `A stream of \`${headEvent}\` events, each with the vault's counter and nothing else.`,
    answer: [200, plainText('text/event-stream'), 'Goes on until either side ends it.'],
    refusals: ofVaults,
  },
  look: {
    summary:
      'Whether the vault is held here, without making it. Nothing: a new one would be taken in.',
    answer: [204, null, 'It is held.'],
    refusals: [...ofVaults, 'nothing'],
  },
  remove: {
    summary:
      'Deletes every row of the vault. Its name stays, so that nothing comes back by accident.',
    answer: [204, null, 'Deleted.'],
    refusals: ofVaults,
  },
  pushKey: {
    summary: 'The key to subscribe with; nothing where this relay sends no pushes.',
    answer: [200, jsonOf(pushKeyShape), 'The key.'],
    refusals: [...ofVaults, 'nothing'],
  },
  cancel: {
    summary: 'Takes moments away from every device of the vault, because they were answered.',
    request: jsonOf(cancelShape),
    answer: [204, null, 'None of them comes any more.'],
    refusals: ['malformed', ...ofVaults, 'too-large'],
  },
  wake: {
    summary: 'When to wake a device, in place of what it said before.',
    request: jsonOf(wakesShape),
    answer: [204, null, 'It will be woken.'],
    refusals: ['malformed', ...ofVaults, 'nothing', 'too-large', 'push-host', 'push-ended', 'full'],
  },
  wakeNow: {
    summary: 'Wakes a device at once, to try the way.',
    answer: [204, null, 'The push service has taken it.'],
    refusals: [...ofVaults, 'nothing', 'push-ended', 'push-failed'],
  },
  sleep: {
    summary: 'Forgets a device with its wakes.',
    answer: [204, null, 'Forgotten.'],
    refusals: [...ofVaults, 'nothing'],
  },
  leave: {
    summary: 'Leaves a sealed message for one reader, for ten minutes.',
    request: sealed,
    answer: [204, null, 'It waits.'],
    refusals: ['malformed', 'nothing', 'taken', 'too-large', 'too-many', 'unavailable'],
  },
  collect: {
    summary: 'Takes the message away; it can be read once.',
    answer: [200, sealed, 'The message.'],
    refusals: ['nothing', 'too-many'],
  },
  health: {
    summary: 'Whether the relay and its database are well.',
    answer: [200, jsonOf(healthShape), 'They are.'],
    refusals: ['unavailable'],
  },
  metrics: {
    summary: 'Totals for Prometheus.',
    answer: [200, plainText('text/plain'), 'In its text format.'],
    refusals: ['unauthorised'],
  },
};

const parameter = (place: string, name: string, required: boolean, schema: Schema): Part => ({
  in: place,
  name,
  required,
  schema,
});

function parametersOf(route: Route): readonly Part[] {
  const { path } = routes[route];
  if (path.includes('{id}')) return [parameter('path', 'id', true, mailName.schema)];
  if (!path.includes('{vault}')) return [];
  return [
    parameter('path', 'vault', true, vaultName.schema),
    ...(path.includes('{device}') ? [parameter('path', 'device', true, deviceName.schema)] : []),
    parameter('header', inviteHeader, false, invite.schema),
  ];
}

const securityOf = (path: string): Part[] => [
  ...(path.includes('{vault}') ? [{ token: [] }] : []),
  ...(path.includes('{device}') ? [{ ownToken: [] }] : []),
];

function operationOf(route: Route): Part {
  const { summary, request, answer, refusals: reasons } = operations[route];
  const [status, content, description] = answer;
  return {
    operationId: route,
    summary,
    parameters: parametersOf(route),
    ...(request && { requestBody: { required: true, content: request } }),
    security: securityOf(routes[route].path),
    responses: {
      [status]: { description, ...(content && { content }) },
      ...Object.fromEntries(
        reasons.map((reason) => [
          refusals[reason].status,
          { description: refusals[reason].says, content: jsonOf(refusalShape) },
        ]),
      ),
    },
  };
}

export function openApi(): Part {
  const paths: Record<string, Record<string, Part>> = {};
  for (const route of Object.keys(routes) as Route[]) {
    const { path, method } = routes[route];
    paths[path] = { ...paths[path], [method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Comma relay',
      version: '1',
      description: 'Stores sealed rows by compare-and-set. It cannot open any of them.',
    },
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'base64url of 32 bytes' },
        ownToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'base64url of 32 bytes',
          description: 'Of one device: it opens the wakes of that device, and nothing else.',
        },
      },
    },
  };
}
