export interface Steps {
  readonly push: () => Promise<unknown>;
  readonly pull: () => Promise<unknown>;
  readonly edit: () => Promise<unknown>;
  readonly nothing: () => Promise<unknown>;
  readonly count: () => Promise<number> | number;
}
export function textOf(index: number): string;
export function idOf(index: number): string;
export function peer(asked: {
  readonly serve: (folder: string) => Promise<number>;
  readonly use: (port: number, entries: number) => Promise<Steps>;
}): Promise<void>;
