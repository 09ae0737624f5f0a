import { randomUUID } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import type { Role } from '../../domain/role';

/** Password of every demonstration account; public, therefore the server then listens on loopback only. */
export const DEMO_PASSWORD = 'giap-ranh-demo';

interface Service {
  readonly unitId: string;
  readonly from: string;
  readonly to: string | null;
}

/** An account to be made. */
export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly services?: readonly Service[];
}

/** A ward's unit up to the reform of 1 July 2025, then that of the ward which took over most of it. */
const through2025 = (oldCode: string, newCode: string): Service[] => [
  { unitId: `hn-hp-pre2025:${oldCode}`, from: '2008-08-01', to: '2025-06-30' },
  { unitId: `hn-hp-2025:${newCode}`, from: '2025-07-01', to: null },
];

/** The demonstration accounts. Quan Hoa went to Nghĩa Đô; of Cống Vị, Ngọc Hà took 52 % and Giảng Võ 48 %. */
export const DEMO_ACCOUNTS: readonly NewAccount[] = [
  { email: 'admin@demo.local', password: DEMO_PASSWORD, role: 'admin' },
  { email: 'commander@demo.local', password: DEMO_PASSWORD, role: 'commander' },
  { email: 'analyst@demo.local', password: DEMO_PASSWORD, role: 'analyst' },
  { email: 'officer.quanhoa@demo.local', password: DEMO_PASSWORD, role: 'officer', services: through2025('00169', '00160') },
  { email: 'officer.congvi@demo.local', password: DEMO_PASSWORD, role: 'officer', services: through2025('00007', '00008') },
  { email: 'viewer@demo.local', password: DEMO_PASSWORD, role: 'viewer' },
];

async function createAccount(sql: TransactionSql, { email, password, role, services = [] }: NewAccount): Promise<void> {
  const id = randomUUID();
  const address = email.toLowerCase();
  await sql`
    insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
    values (${id}, 'authenticated', 'authenticated', ${address}, extensions.crypt(${password}, extensions.gen_salt('bf', 10)), now(),
      '{"provider": "email", "providers": ["email"]}', '{}')`;
  await sql`
    insert into auth.identities (id, provider, provider_id, user_id, identity_data)
    values (${randomUUID()}, 'email', ${id}, ${id}, jsonb_build_object('sub', ${id}::text, 'email', ${address}::text, 'email_verified', true))`;
  await sql`insert into public.profiles (user_id, role) values (${id}, ${role})`;
  for (const { unitId, from, to } of services) {
    await sql`
      insert into public.profile_units (user_id, unit_id, valid_from, valid_to)
      select ${id}, id, ${from}, ${to} from public.units where id = ${unitId}`;
  }
}

/** Makes accounts, all or none, and runs `then` in the same transaction. */
export async function createAccounts(owner: Sql, accounts: readonly NewAccount[], then?: (sql: TransactionSql) => Promise<void>): Promise<void> {
  await owner.begin(async (sql) => {
    for (const account of accounts) await createAccount(sql, account);
    await then?.(sql);
  });
}
