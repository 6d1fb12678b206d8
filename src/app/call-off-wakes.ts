/** Tells the relay, after a round, for which moments it has to wake nobody any more. */
import { calledOff, droppedBy } from '../features/pauses/called-off.ts';
import { engineStateKey, type Moment, type EngineState } from '../features/pauses/engine-state.ts';
import { parseState } from '../features/pauses/parse-state.ts';
import { promptRecordId, type StoredPrompt } from '../features/pauses/prompt-fields.ts';
import { parseRules } from '../features/pauses/rules-fields.ts';
import type { PauseRules } from '../features/pauses/rules.ts';
import { promptFields, serialiseRules } from '../features/pauses/serialise-rules.ts';
import { ringsAhead, type Reach } from '../features/pauses/wakes.ts';
import type { Clock } from '../ports.ts';
import { longestWait, mostWakes } from '../sync/protocol/limits.ts';
import type { RelayAccess } from '../sync/relay/ask.ts';
import { wakeDeskAt } from '../sync/relay/wakes.ts';
import type { KeeperParts } from '../sync/relay/keeper.ts';
import { wireIdOf } from '../vault/keys.ts';
import type { SettingsFields } from '../vault/settings-record.ts';
import type { Vault } from '../vault/vault.ts';
import { KeptRules } from './kept-rules.ts';

/** What was called off already, so that most rounds have nothing to say. */
const calledOffKey = 'called-off';
/** The rules that every moment left at the relay is known to be of, or of younger ones. */
const formerKey = 'called-off-rules';
const reach: Reach = { ms: longestWait, most: mostWakes };

/** As they would lie in records, so that a later version reads them as it reads those; without a person's words. */
interface FormerRules {
  readonly settings: SettingsFields;
  readonly prompts: readonly StoredPrompt[];
}

const keptRules = new WeakMap<Vault, KeptRules>();

/** Rejects when the relay cannot be told; the next round says it then. */
export async function callOffWakes(
  vault: Vault,
  access: RelayAccess,
  clock: Pick<Clock, 'wall' | 'zone'>,
  { fetch, schedule }: Pick<KeeperParts, 'fetch' | 'schedule'>,
): Promise<void> {
  const { meta } = vault.db;
  const kept = (await meta.get(engineStateKey))?.value;
  if (kept === undefined) return;
  const at = { wall: clock.wall(), zone: clock.zone(), mono: 0, boot: '' };
  const { state } = parseState(kept, at);
  // Nobody else is there who could sleep.
  if ((state.devices?.others.length ?? 0) === 0) return;
  const known = keptRules.get(vault) ?? new KeptRules(vault);
  keptRules.set(vault, known);
  const { rules } = await known.current();

  const former = (await meta.get(formerKey))?.value as FormerRules | undefined; // written below
  const bare = bareOf(rules);
  const isChanged = JSON.stringify(former) !== JSON.stringify(bare);
  const slots = calledOff(state, rules, at, reach);
  const before = (await meta.get(calledOffKey))?.value as readonly string[] | undefined; // written below
  const fresh = slots.filter((slot) => before?.includes(slot) !== true);
  const dropped = isChanged && former ? droppedIn(former, state, rules, at) : [];

  const names = [...new Set([...fresh, ...dropped])].map((slot) =>
    wireIdOf(vault.keys, `wake ${slot}`),
  );
  const desk = wakeDeskAt(access, fetch, schedule);
  for (let from = 0; from < names.length; from += mostWakes)
    await desk.cancel(await Promise.all(names.slice(from, from + mostWakes)));

  if (fresh.length > 0 || before?.length !== slots.length)
    await meta.put({ key: calledOffKey, value: slots });
  if (isChanged) await meta.put({ key: formerKey, value: bare });
}

function droppedIn(
  { settings, prompts }: FormerRules,
  state: EngineState,
  rules: PauseRules,
  at: Moment,
): string[] {
  return droppedBy(parseRules(settings, prompts).rules, state, rules, at, reach);
}

function bareOf(rules: PauseRules): FormerRules {
  const prompts = rules.prompts.filter(ringsAhead).map((prompt) => ({
    id: promptRecordId(prompt.id),
    fields: promptFields({ ...prompt, name: '', decks: [], practice: null }),
    alive: true,
  }));
  return { settings: serialiseRules(rules), prompts };
}
