/** Whether the person asked the browser to spare their line (Save-Data). Firefox and Safari do not tell. */
export const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData ===
  true; // not in the types of the DOM
