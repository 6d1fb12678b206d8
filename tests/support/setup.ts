/** Node has no Temporal yet; browsers that Comma supports bring their own. */
import 'temporal-polyfill/global';
