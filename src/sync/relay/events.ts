/** The relay's stream of counters, kept open while somebody listens. */
import type { Random } from '../../kernel/random.ts';
import { parseJson } from '../../kernel/json.ts';
import { readCount } from '../../kernel/read.ts';
import { headEvent, vaultPath } from '../protocol/routes.ts';
import type { Schedule } from '../schedule.ts';
import { ask, type Fetch, type RelayAccess } from './ask.ts';

/** Milliseconds before the first and the slowest attempt to come back (chosen). */
const firstReturn = 1_000;
const slowestReturn = 300_000;
/** Milliseconds without a sign of life after which the line counts as dead (chosen): two breaths of the relay. */
const silence = 60_000;
/** Letters of one event (chosen): a relay that goes on and on is hung up on. */
const longestEvent = 1_000;

const eventType = 'text/event-stream';

export interface StreamParts {
  readonly access: RelayAccess;
  readonly fetch: Fetch;
  readonly schedule: Schedule;
  readonly random: Random;
}

/** Calls `onHead` for each counter; the answer ends it for good. */
export function openStream(
  { access, fetch, schedule, random }: StreamParts,
  onHead: (seq: number) => void,
): () => void {
  let isOver = false;
  let end = new AbortController();
  let pause = firstReturn;
  let cancelReturn: () => void = () => undefined;

  const listen = async (): Promise<void> => {
    end = new AbortController();
    const { signal } = end;
    let stopWaiting: () => void = () => undefined;
    const breathe = (): void => {
      stopWaiting();
      stopWaiting = schedule(() => {
        end.abort();
      }, silence);
    };
    try {
      breathe();
      const question = {
        method: 'GET',
        path: vaultPath('events', access.vault),
        accept: eventType,
      };
      const answer = await ask(access, question, fetch, signal);
      if (answer.ok && answer.headers.get('Content-Type')?.startsWith(eventType))
        await readEvents(answer, breathe, (seq) => {
          pause = firstReturn;
          onHead(seq);
        });
    } catch {
      // Cut off, which happens all day: a hint was lost, and the next stream begins with one.
    } finally {
      stopWaiting();
      end.abort();
    }
    if (isOver) return;
    const [jitter = 0] = random(1);
    cancelReturn = schedule(() => void listen(), pause * (0.5 + jitter / 512));
    pause = Math.min(pause * 2, slowestReturn);
  };

  void listen();
  return () => {
    isOver = true;
    cancelReturn();
    end.abort();
  };
}

async function readEvents(
  answer: Response,
  breathe: () => void,
  onHead: (seq: number) => void,
): Promise<void> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) return;
    breathe();
    unread += part.value;
    for (let at = unread.indexOf('\n\n'); at >= 0; at = unread.indexOf('\n\n')) {
      const seq = seqOf(unread.slice(0, at));
      if (seq !== undefined) onHead(seq);
      unread = unread.slice(at + 2);
    }
    if (unread.length > longestEvent) return;
  }
}

function seqOf(event: string): number | undefined {
  const lines = event.split('\n');
  if (!lines.includes(`event: ${headEvent}`)) return undefined;
  const data = lines.find((line) => line.startsWith('data: '))?.slice('data: '.length);
  return data === undefined ? undefined : readCount(parseJson(data));
}
