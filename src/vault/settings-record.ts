import type { Json } from '../kernel/json.ts';
import type { Vault } from './vault.ts';
import { recordView } from './view.ts';

export type SettingsFields = Readonly<Record<string, Json>>;

/** One record holds every setting, each in a field of its own, so two devices may change two at once. */
export const settingsId = 'settings';
export const settingsView = recordView(settingsId);

export async function readSettings(vault: Vault): Promise<SettingsFields> {
  return (await vault.read(settingsId))?.fields ?? {};
}
