/**
 * What every host of the core brings, page, worker and Node alike. Only src/tsconfig.pure.json reads it:
 * there is no DOM library there, so that rules cannot reach for a document, a clock or a store.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes?: Uint8Array): string;
}
declare class URL {
  constructor(address: string);
  readonly hostname: string;
  readonly protocol: string;
  readonly port: string;
  readonly username: string;
}
declare function atob(text: string): string;
declare function btoa(bytes: string): string;
declare const crypto: { getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes };
