import { screens, type Route } from './routes.ts';

/** Anything unknown is Today: an old link never meets an error. */
export function parseRoute(hash: string): Route {
  const [name = '', ...rest] = hash.replace(/^#?\/?/, '').split('/');
  const screen = screens.find((known) => known === name) ?? 'today';
  return { screen, of: decoded(rest.join('/')) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a hand-typed % that is no escape
  }
}
