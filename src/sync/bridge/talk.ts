/** The page's half of an open conversation: requests go out, each answer finds the one who asked. */
import type { Bytes } from '../../kernel/bytes.ts';
import { parseNotice, type Answer } from './answers.ts';
import type { SealedLine } from './sealed-line.ts';

export interface Talk {
  /** Null when the conversation ended first. The request's own number must be new to this talk. */
  ask(id: number, request: Bytes): Promise<Answer | null>;
  close(): void;
}

export function createTalk(
  sealed: SealedLine,
  events: { readonly changed: () => void; readonly ended: () => void },
): Talk {
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let over = false;

  const listen = async (): Promise<void> => {
    for (;;) {
      const plain = await sealed.next();
      const notice = plain && parseNotice(plain);
      if (!notice) return;
      if (notice.kind === 'changed') events.changed();
      else if (waiting.has(notice.id)) waiting.get(notice.id)?.(notice);
      // An answer to nothing we asked.
      else return;
    }
  };

  const end = (): void => {
    over = true;
    sealed.close();
    for (const answer of waiting.values()) answer(null);
    events.ended();
  };
  void listen().finally(end);

  return {
    async ask(id, request) {
      if (over) return null;
      const answered = new Promise<Answer | null>((resolve) => waiting.set(id, resolve));
      await sealed.post(request);
      const answer = await answered;
      waiting.delete(id);
      return answer;
    },
    close() {
      sealed.close();
    },
  };
}
