/** Practices a person has a heart for, one field of the settings each, so that two devices may add at once. */
const prefix = 'practice.favourite.';

/** Ids of practices. */
export const favouritesIn = (fields: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(prefix) && fields[name] === true)
    .map((name) => name.slice(prefix.length));

export const favouriteFields = (id: string, favourite: boolean): Record<string, boolean> => ({
  [prefix + id]: favourite,
});
