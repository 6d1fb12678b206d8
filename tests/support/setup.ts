/** What browsers bring and Node does not have yet. Before any other import: Dexie looks when it loads. */
import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import './lane.ts';
