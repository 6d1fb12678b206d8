/** A long list as one flat run of rows, a heading before the first item of each group. */
export type Row<Item> =
  | { readonly type: 'heading'; readonly key: string; readonly group: string }
  | { readonly type: 'item'; readonly key: string; readonly item: Item };

/** Items must already stand in order; a group that comes again would repeat its heading's key. */
export function groupedRows<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  groupOf: (item: Item) => string,
): Row<Item>[] {
  const rows: Row<Item>[] = [];
  let group: string | undefined;
  for (const item of items) {
    const next = groupOf(item);
    const key = keyOf(item);
    if (next !== group) rows.push({ type: 'heading', key: `heading ${next}`, group: next });
    rows.push({ type: 'item', key, item });
    group = next;
  }
  return rows;
}
