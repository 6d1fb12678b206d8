/** The tables, in either dialect. Everything of one vault carries its name: nothing refers across vaults. */
export interface Dialect {
  readonly bytes: string;
  readonly count: string;
}

/** Columns that tables of before lack: they are added at the start, empty. */
export const added = [{ table: 'device', column: 'own', type: 'bytes' }] as const;

export const schema = ({ bytes, count }: Dialect): string => `
  create table if not exists vault (
    id ${bytes} primary key,
    auth ${bytes} not null,
    epoch text not null,
    seq ${count} not null,
    token text not null,
    held_rows ${count} not null,
    held_bytes ${count} not null,
    deleted ${count}
  );
  create table if not exists record (
    vault ${bytes} not null,
    id ${bytes} not null,
    seq ${count} not null,
    ct ${bytes} not null,
    primary key (vault, id)
  );
  create unique index if not exists record_by_seq on record (vault, seq);
  create table if not exists cmt (
    vault ${bytes} not null,
    seq ${count} not null,
    token text not null,
    primary key (vault, seq)
  );
  create table if not exists mail (
    id ${bytes} primary key,
    sealed ${bytes} not null,
    until ${count} not null
  );
  create table if not exists device (
    vault ${bytes} not null,
    id ${bytes} not null,
    endpoint text not null,
    p256dh text not null,
    auth text not null,
    app text not null,
    heard ${count} not null,
    ended ${count},
    own ${bytes},
    primary key (vault, id)
  );
  create table if not exists wake (
    vault ${bytes} not null,
    device ${bytes} not null,
    name ${bytes} not null,
    due ${count} not null,
    at ${count} not null,
    tries ${count} not null,
    primary key (vault, device, name)
  );
  create index if not exists wake_by_at on wake (at);
  create table if not exists own (
    name text primary key,
    value text not null
  );
`;
