/** When the journal cannot be written to. Promises: change them with the code. */
export const storage = {
  language: 'en',
  full: 'This device is out of room. Your words are still on this screen: copy them, or free some space and save again.',
  newer:
    'A newer Comma wrote in this journal. You can read it and take a copy here; to write, update Comma.',
  exportAll: 'Save a copy',
  closedRows: (count: number): string =>
    count === 1
      ? 'One entry did not open. It is kept just as it is.'
      : `${count} entries did not open. They are kept just as they are.`,
  /** Of what another device or a relay sends and nobody here can open. */
  closedMost: (rows: number, megabytes: number): string =>
    `Of what arrives and does not open, Comma keeps ${rows.toLocaleString('en')} entries or ${megabytes} MB at most. The rest stays where it came from.`,
};
