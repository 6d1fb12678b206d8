/** The age format beside the page. Its library, and what a passphrase costs, are loaded here alone. */
import type { Bytes } from '../kernel/bytes.ts';
import {
  identityOf,
  lookAtFile,
  openFile,
  sealFile,
  type FileKey,
} from '../vault/backup/age-file.ts';

export type AskAge =
  | { readonly type: 'seal'; readonly plain: Bytes; readonly key: FileKey }
  | { readonly type: 'open'; readonly file: Bytes; readonly key: FileKey }
  | { readonly type: 'look'; readonly file: Bytes }
  | { readonly type: 'identity'; readonly secret: Bytes };

async function answer(asked: AskAge): Promise<unknown> {
  switch (asked.type) {
    case 'seal':
      return sealFile(asked.plain, asked.key);
    case 'open':
      return openFile(asked.file, asked.key);
    case 'look':
      return lookAtFile(asked.file);
    case 'identity':
      return identityOf(asked.secret);
  }
}

addEventListener('message', ({ data }: MessageEvent<AskAge>) => {
  // A page hears of an error that nobody caught, and of no rejection.
  answer(data).then(postMessage, (failure: unknown) => {
    setTimeout(() => {
      throw failure;
    });
  });
});
