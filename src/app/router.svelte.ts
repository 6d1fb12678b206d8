import { parseRoute } from './parse-route.ts';
import { passOver } from './left.ts';
import { hrefOf, type Route, type Screen } from './routes.ts';

/** The route of this page, followed as the address changes. */
export class Router {
  #route;

  constructor() {
    passOver();
    this.#route = $state.raw(parseRoute(location.hash));
    addEventListener('hashchange', () => {
      passOver();
      this.#route = parseRoute(location.hash);
      // A new screen is read from its beginning.
      scrollTo({ top: 0, behavior: 'instant' });
    });
  }

  get route(): Route {
    return this.#route;
  }

  go(screen: Screen, of = ''): void {
    location.hash = hrefOf(screen, of);
  }
}
