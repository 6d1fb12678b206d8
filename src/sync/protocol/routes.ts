/** Every address of the relay, once: it serves them, the client asks for them, the OpenAPI file lists them. */
export const routes = {
  pull: { method: 'post', path: '/v1/{vault}/pull' },
  push: { method: 'post', path: '/v1/{vault}/push' },
  events: { method: 'get', path: '/v1/{vault}/events' },
  look: { method: 'get', path: '/v1/{vault}' },
  remove: { method: 'delete', path: '/v1/{vault}' },
  pushKey: { method: 'get', path: '/v1/{vault}/wakes' },
  cancel: { method: 'post', path: '/v1/{vault}/wakes' },
  wake: { method: 'put', path: '/v1/{vault}/wakes/{device}' },
  wakeNow: { method: 'post', path: '/v1/{vault}/wakes/{device}' },
  sleep: { method: 'delete', path: '/v1/{vault}/wakes/{device}' },
  leave: { method: 'put', path: '/v1/mail/{id}' },
  collect: { method: 'get', path: '/v1/mail/{id}' },
  health: { method: 'get', path: '/healthz' },
  metrics: { method: 'get', path: '/metrics' },
} as const;

export type Route = keyof typeof routes;

/** The address of a vault's route. */
export const vaultPath = (
  route: 'pull' | 'push' | 'events' | 'look' | 'remove' | 'cancel',
  vault: string,
): string => routes[route].path.replace('{vault}', vault);

/** Where one device says when to wake it. */
export const wakesPath = (vault: string, device: string): string =>
  routes.wake.path.replace('{vault}', vault).replace('{device}', device);

export const mailPath = (id: string): string => routes.leave.path.replace('{id}', id);

/** The one event of the stream: its data is the vault's counter, and nothing else. */
export const headEvent = 'head';
