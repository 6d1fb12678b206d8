/** The tables, in either dialect. Everything of one vault carries its name: nothing refers across vaults. */
interface Dialect {
  readonly bytes: string;
  readonly count: string;
}

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
`;
