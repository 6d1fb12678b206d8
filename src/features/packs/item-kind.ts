/** Of a practice out of a pack, for who asks whether there is one before what reads it is fetched. */
export const itemKind = 'pack-practice';
