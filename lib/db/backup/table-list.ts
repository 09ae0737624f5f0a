import type { TransactionSql } from 'postgres';

/** A table that a backup holds, with the columns that can be written back. */
export interface BackedUpTable {
  /** `schema.table`, quoted where needed. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every table of ours and of the accounts, each after the tables it refers to. */
export async function listTables(sql: TransactionSql): Promise<BackedUpTable[]> {
  const tables = await sql<{ name: string; columns: string[]; needs: string[] }[]>`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct format('%I.%I', fn.nspname, f.relname) from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1`;
  const sorted: BackedUpTable[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const placed = new Set(sorted.map(({ name }) => name));
    const ready = waiting.filter(({ needs }) => needs.every((need) => placed.has(need)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`);
    sorted.push(...ready.map(({ name, columns }) => ({ name, columns })));
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return sorted;
}
