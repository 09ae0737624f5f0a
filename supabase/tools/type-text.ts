import type { Sql } from 'postgres';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly isGenerated: boolean;
}

interface Relationship {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  readonly oneToOne: boolean;
}

interface Routine {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional: boolean }[];
  readonly returns: string;
  readonly returnsSet: boolean;
}

const NUMBERS = new Set(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric']);

/** The TypeScript type in which the API answers a PostgreSQL type. */
function typeOf(pgType: string): string {
  if (pgType.startsWith('_')) return `${typeOf(pgType.slice(1))}[]`;
  if (NUMBERS.has(pgType)) return 'number';
  if (pgType === 'bool') return 'boolean';
  if (pgType === 'json' || pgType === 'jsonb') return 'Json';
  return pgType === 'void' ? 'undefined' : 'string';
}

const listColumns = (sql: Sql): Promise<Column[]> => sql<Column[]>`
  select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
    (d.oid is not null or a.attidentity <> '') as "hasDefault", (a.attgenerated <> '' or a.attidentity = 'a') as "isGenerated"
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  order by c.relname collate "C", a.attname collate "C"`;

const listRelationships = (sql: Sql): Promise<Relationship[]> => sql<Relationship[]>`
  select k.conname as name, c.relname as table, f.relname as target,
    (select array_agg(a.attname::text order by o) from unnest(k.conkey) with ordinality u(n, o)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n) as columns,
    (select array_agg(a.attname::text order by o) from unnest(k.confkey) with ordinality u(n, o)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n) as "targetColumns",
    exists (select from pg_index i where i.indrelid = k.conrelid and i.indisunique and i.indpred is null
      and i.indkey::int2[] @> k.conkey and k.conkey @> i.indkey::int2[]) as "oneToOne"
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and f.relnamespace = 'public'::regnamespace
  order by k.conname collate "C"`;

const listRoutines = (sql: Sql): Promise<Routine[]> => sql<Routine[]>`
  select p.proname as name, t.typname as returns, p.proretset as "returnsSet",
    coalesce((select jsonb_agg(jsonb_build_object('name', p.proargnames[o], 'type', pt.typname, 'optional', o > p.pronargs - p.pronargdefaults) order by o)
      from unnest(p.proargtypes) with ordinality u(oid, o) join pg_type pt on pt.oid = u.oid), '[]') as parameters
  from pg_proc p join pg_type t on t.oid = p.prorettype
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and t.typname <> 'trigger'
  order by p.proname collate "C"`;

function rowType(columns: readonly Column[]): string {
  return columns.map((c) => `          ${c.name}: ${typeOf(c.type)}${c.nullable ? ' | null' : ''};`).join('\n');
}

function writeType(columns: readonly Column[], isOptional: (column: Column) => boolean): string {
  return columns
    .map((c) => c.isGenerated
      ? `          ${c.name}?: never;`
      : `          ${c.name}${isOptional(c) ? '?' : ''}: ${typeOf(c.type)}${c.nullable ? ' | null' : ''};`)
    .join('\n');
}

const strings = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`;

function relationshipText({ name, columns, oneToOne, target, targetColumns }: Relationship): string {
  return `          { foreignKeyName: '${name}'; columns: ${strings(columns)}; isOneToOne: ${oneToOne}; referencedRelation: '${target}'; referencedColumns: ${strings(targetColumns)} },`;
}

function tableText(table: string, columns: readonly Column[], relationships: readonly Relationship[]): string {
  const relations = relationships.map(relationshipText).join('\n');
  return [
    `      ${table}: {`,
    '        Row: {', rowType(columns), '        };',
    '        Insert: {', writeType(columns, (c) => c.nullable || c.hasDefault), '        };',
    '        Update: {', writeType(columns, () => true), '        };',
    relations === '' ? '        Relationships: [];' : `        Relationships: [\n${relations}\n        ];`,
    '      };',
  ].join('\n');
}

function routineText({ name, parameters, returns, returnsSet }: Routine): string {
  const fields = parameters.map((p) => `${p.name}${p.optional ? '?' : ''}: ${typeOf(p.type)}`).join('; ');
  const args = fields === '' ? 'Record<PropertyKey, never>' : `{ ${fields} }`;
  return `      ${name}: { Args: ${args}; Returns: ${typeOf(returns)}${returnsSet ? '[]' : ''} };`;
}

/** The text of `lib/db/database.types.ts` for the schema `public` of a database. */
export async function describeDatabase(sql: Sql): Promise<string> {
  const columns = await listColumns(sql);
  const relationships = await listRelationships(sql);
  const routines = await listRoutines(sql);
  const tables = [...new Set(columns.map((column) => column.table))];
  const body = tables.map((table) =>
    tableText(table, columns.filter((c) => c.table === table), relationships.filter((r) => r.table === table)));
  return `// Written by supabase/tools/generate-types.ts (npm run db:types) from the migrations. Do not edit.

/** A JSON value as the API sends and takes it. */
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

/** The schema as supabase-js needs to know it. */
export interface Database {
  public: {
    Tables: {
${body.join('\n')}
    };
    Views: Record<never, never>;
    Functions: {
${routines.map(routineText).join('\n')}
    };
    Enums: Record<never, never>;
    CompositeTypes: Record<never, never>;
  };
}
`;
}
