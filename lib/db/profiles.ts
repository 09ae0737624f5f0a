import { z } from 'zod';
import { roleSchema } from '../domain/role';
import type { Day } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

const day = z.string().transform((text) => text as Day);
const accountSchema = z.object({
  userId: z.uuid(),
  role: roleSchema,
  units: z.array(z.object({
    id: z.string(),
    name: z.string(),
    from: day,
    to: day.nullable(),
    wards: z.array(z.object({ editionId: z.string(), code: z.string(), name: z.string() })),
  })),
});

/** An account: its role, the units it serves with the days of service, and the wards of those units. */
export type Account = z.output<typeof accountSchema>;

/** The account a client is signed in as; null for an account that has no role here or is disabled. */
export async function findOwnAccount(client: DatabaseClient): Promise<Account | null> {
  const { data, error } = await client.rpc('my_account');
  if (error === null && data === null) return null;
  return accountSchema.parse(unwrap('own account', { data, error }));
}
