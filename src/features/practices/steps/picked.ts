/** A word taken a second time is put back; one too many makes room by letting the first go. */
export function withPicked(picked: readonly string[], id: string, most: number): readonly string[] {
  return picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id].slice(-most);
}
