import type { Json } from '../../../kernel/json.ts';

type Fields = Readonly<Record<string, Json>>;

export interface MovementSettings {
  readonly onToday: boolean;
}

export const parseMovementSettings = (fields: Fields): MovementSettings => ({
  onToday: fields['movement.onToday'] === true,
});

export const movementSettingsFields = (
  change: Partial<MovementSettings>,
): Record<string, boolean> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [`movement.${name}`, value]));
