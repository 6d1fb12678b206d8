/** What the prompts offer to note, as it lies in their records. */
import { promptKind, promptRecordId } from '../features/pauses/prompt-fields.ts';
import { promptLogs, promptLogsFields } from '../features/pauses/prompt-logs.ts';
import { liveItems, type Live } from '../vault/live.svelte.ts';
import { recordView } from '../vault/view.ts';
import type { Comma } from './comma.svelte.ts';

/** Null where nothing is offered, undefined until that is known. */
export const logsOfPrompt = ({ early }: Comma, prompt: string): Live<string | null | undefined> =>
  liveItems<string | null | undefined>(
    early,
    [recordView(promptRecordId(prompt))],
    ([item]) => (item?.alive === true ? promptLogs(item.fields) : null),
    undefined,
  );

export async function setLogsOfPrompt(
  comma: Comma,
  prompt: string,
  logs: string | null,
): Promise<void> {
  const change = { id: promptRecordId(prompt), kind: promptKind, fields: promptLogsFields(logs) };
  comma.kept(await comma.vault.write(change));
}
