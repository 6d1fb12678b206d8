/** The screens behind the first one, fetched once the first stands, so that it stands sooner. */
import type { Component, Snippet } from 'svelte';

import type { Router } from './router.svelte.ts';
import type { Screen } from './routes.ts';

export interface ScreenProps {
  router: Router;
  shellSettings?: Snippet | undefined;
  shellChecks?: Snippet | undefined;
}

type Later = Exclude<Screen, 'today'>;

const later: Readonly<
  Record<Later, () => Promise<{ default: Component<ScreenProps> | Component }>>
> = {
  practise: () => import('./PractiseScreen.svelte'),
  play: () => import('./PlayScreen.svelte'),
  packs: () => import('./PacksScreen.svelte'),
  pack: () => import('./WritePack.svelte'),
  journal: () => import('./JournalScreen.svelte'),
  entry: () => import('./EntryScreen.svelte'),
  session: () => import('./SessionScreen.svelte'),
  share: () => import('./ShareScreen.svelte'),
  'body-heart': () => import('./BodyHeartScreen.svelte'),
  month: () => import('./MonthScreen.svelte'),
  anchors: () => import('./AnchorsScreen.svelte'),
  sleep: () => import('./SleepScreen.svelte'),
  night: () => import('./NightScreen.svelte'),
  anchor: () => import('./AnchorScreen.svelte'),
  'anchor-form': () => import('./AnchorFormScreen.svelte'),
  movement: () => import('./MovementScreen.svelte'),
  meals: () => import('./MealsScreen.svelte'),
  bring: () => import('./BringScreen.svelte'),
  pause: () => import('./PauseRoute.svelte'),
  settings: () => import('./SettingsScreen.svelte'),
  prompts: () => import('./PromptsScreen.svelte'),
  away: () => import('./AwayScreen.svelte'),
  noticing: () => import('./NoticingScreen.svelte'),
  sites: () => import('./SitesScreen.svelte'),
  ledger: () => import('./LedgerScreen.svelte'),
  coming: () => import('./ComingScreen.svelte'),
  checks: () => import('./ChecksScreen.svelte'),
  devices: () => import('./DevicesScreen.svelte'),
  lock: () => import('./LockSettings.svelte'),
  backup: () => import('./BackupScreen.svelte'),
  help: () => import('./HelpScreen.svelte'),
};

export const screenOf = async (screen: Later): Promise<Component<ScreenProps> | Component> =>
  (await later[screen]()).default;

/** Brings every screen in while nothing else goes on: later an update may have taken its file away. */
export function bringScreens(): void {
  const bring = (): void => {
    for (const load of Object.values(later)) void load();
  };
  // Safari has no requestIdleCallback before 18.4.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(bring, { timeout: 4_000 });
  else setTimeout(bring, 1_000);
}
