/** What the prompts offer to note, as it lies in their records. */
import { promptKind, promptRecordId } from '../features/pauses/prompt-fields.ts';
import { promptLogs, promptLogsFields } from '../features/pauses/prompt-logs.ts';
import { recordView } from '../vault/view.ts';
import type { Comma } from './comma.svelte.ts';

/** Null where nothing is offered, undefined until that is known. */
export function logsOfPrompt(
  { ahead }: Comma,
  prompt: string,
): { readonly current: string | null | undefined } {
  const kept = ahead.follow([recordView(promptRecordId(prompt))], null);
  return {
    get current() {
      if (kept.current === null) return undefined;
      const [item] = kept.current;
      return item?.alive === true ? promptLogs(item.fields) : null;
    },
  };
}

export async function setLogsOfPrompt(
  comma: Comma,
  prompt: string,
  logs: string | null,
): Promise<void> {
  const change = { id: promptRecordId(prompt), kind: promptKind, fields: promptLogsFields(logs) };
  comma.kept(await comma.ahead.write(change));
}
