/** One name in both shells; they lie on different origins and never meet on the disk. */
export const vaultName = 'comma';
