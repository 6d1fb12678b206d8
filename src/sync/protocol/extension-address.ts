/**
 * Who the extension is to the PWA. Chrome derives the id from the public key, so fixing the key in the
 * manifest fixes the id; the private half was thrown away, the stores sign with their own.
 */
export const extensionKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6F9O3FSdBNF57q1iZgOV1qrD8JjdqC628PhnBfSgfr/xOrO2LGFRA5W7BM42+kBnHT+jS4nE6R221BV/qrC593350a2uRebJ3iKofktKUJBMAgoR7DMXjxwMuAQXCnUCqiyIIF4PiHfc/rgeromPpthOEOfU5dszvjnKv3FItlJnWR1odBVvcr+tLGC38opIOa5HnzHbG4vJUbgbHNkFpah+IoFmIeGrXFNB1w0vj3RppGbrq2upZR84z8HCuYYh0t38IMvBcO66pN2yA2DpZwI7dNAKVbGO7QNAcNCA6S5eI7DidVWUea5oiW7LiLpimgqSFb4eCVkT4hNlEHRBTwIDAQAB';

export const extensionId = 'ogacahmocplepkfejalggbpemmoiofeh';
