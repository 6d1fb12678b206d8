/** Newer than the compiler's library; every browser that runs the benches has them. */
interface NativeBase64 {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  (Uint8Array as unknown as NativeBase64).fromBase64(text);

export const toBase64 = (bytes: Uint8Array): string =>
  (bytes as unknown as { toBase64(): string }).toBase64();
