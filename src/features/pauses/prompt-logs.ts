/**
 * What a prompt offers to note when its pause is over. It lies in the prompt's own record, where the timing does not
 * look: the worker of the extension has no room for what it does not decide by.
 */
import type { Json } from '../../kernel/json.ts';

const field = 'logs';

/** What is logged there, or the id of an anchor; null offers nothing. */
export function promptLogs(fields: Readonly<Record<string, Json>>): string | null {
  const { [field]: logs } = fields;
  return typeof logs === 'string' && logs !== '' ? logs : null;
}

export const promptLogsFields = (logs: string | null): Record<string, Json> => ({
  [field]: logs ?? '',
});
