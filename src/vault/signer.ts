/** A key of the person's own to sign with, as it lies in a sealed record: base64url. */
export interface Signer {
  readonly key: string;
  readonly pkcs8: string;
}
