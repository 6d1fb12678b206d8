/** The clocks of the world, for a list; `also` stays choosable when the browser knows no such zone. */
export type Zones = (also: readonly string[]) => readonly {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}[];
