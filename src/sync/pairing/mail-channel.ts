/**
 * A channel between two devices that have only a mailbox in common. Every message is a sealed letter, whose name
 * and seal come from the code's secret: the relay cannot tell which letters belong together, nor what they are.
 */
import { concat, textOf, toBase64Url, utf8, type Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import type { Channel } from '../bridge/channel.ts';
import type { Mailbox } from '../relay/mail.ts';
import type { Schedule } from '../schedule.ts';

/** Who speaks: the device with the code on its screen, or the one that was given it. */
export type Side = 'shows' | 'takes';

/**
 * Milliseconds between two looks for a letter, before the other device has come and while the two talk (chosen:
 * soon enough for whoever waits, and both together within what a relay allows one address).
 */
const lookAtFirst = 1_000;
const lookInTalk = 400;

const word = { message: 0, farewell: 1 } as const;
const ivLength = 12;

interface Letters {
  nameOf(from: Side, place: number): Promise<string>;
  seal(from: Side, place: number, plain: Bytes): Promise<Bytes>;
  /** Null for what the other did not seal for this place. */
  open(from: Side, place: number, sealed: Bytes): Promise<Bytes | null>;
}

export async function createMailChannel(
  mailbox: Mailbox,
  secret: Bytes,
  side: Side,
  { random, schedule }: { readonly random: Random; readonly schedule: Schedule },
): Promise<Channel> {
  const other = side === 'shows' ? 'takes' : 'shows';
  const letters = await lettersOf(secret, random);
  let hear: (message: unknown) => void = () => undefined;
  let leave: () => void = () => undefined;
  let isOver = false;
  let cancelLook: () => void = () => undefined;
  let sent = 0;
  let sending: Promise<void> = Promise.resolve();

  const end = (): void => {
    isOver = true;
    cancelLook();
  };

  const post = (plain: Bytes): void => {
    const place = sent++;
    sending = sending.then(async () => {
      const [name, sealed] = await Promise.all([
        letters.nameOf(side, place),
        letters.seal(side, place, plain),
      ]);
      await mailbox.leave(name, sealed);
    });
    // A letter that did not get through leaves a gap: whoever waits for it hears no more, and neither do we.
    sending.catch(() => {
      if (isOver) return;
      end();
      leave();
    });
  };

  const look = async (place: number): Promise<void> => {
    const name = await letters.nameOf(other, place);
    // Nothing yet and no way to the relay are the same here: the person waits, and the next look may do.
    const sealed = await mailbox.collect(name).catch(() => null);
    if (isOver) return;
    if (!sealed) {
      cancelLook = schedule(() => void look(place), place === 0 ? lookAtFirst : lookInTalk);
      return;
    }
    const plain = await letters.open(other, place, sealed);
    if (plain?.[0] === word.message) {
      hear(textOf(plain.subarray(1)));
      void look(place + 1);
      return;
    }
    end();
    leave();
  };
  void look(0);

  return {
    send(message) {
      if (!isOver) post(concat(Uint8Array.of(word.message), utf8(String(message))));
    },
    onMessage(listener) {
      hear = listener;
    },
    onClose(listener) {
      leave = listener;
    },
    close() {
      if (isOver) return;
      end();
      post(Uint8Array.of(word.farewell));
    },
  };
}

async function lettersOf(secret: Bytes, random: Random): Promise<Letters> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const branch = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8('comma-pair-by-code-1'),
    info: utf8(info),
  });
  const cipher = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.deriveKey(branch('letters'), root, cipher, false, [
    'encrypt',
    'decrypt',
  ]);
  const gcm = (from: Side, place: number, iv: Bytes): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: utf8(`${from}|${place}`),
  });
  return {
    async nameOf(from, place) {
      const bits = await crypto.subtle.deriveBits(branch(`name|${from}|${place}`), root, 128);
      return toBase64Url(new Uint8Array(bits));
    },
    async seal(from, place, plain) {
      const iv = random(ivLength);
      const ct = await crypto.subtle.encrypt(gcm(from, place, iv), key, plain);
      return concat(iv, new Uint8Array(ct));
    },
    async open(from, place, sealed) {
      const [iv, ct] = [sealed.slice(0, ivLength), sealed.slice(ivLength)];
      try {
        return new Uint8Array(await crypto.subtle.decrypt(gcm(from, place, iv), key, ct));
      } catch {
        return null; // too short, or sealed by somebody else
      }
    },
  };
}
