import type { DemoAccount } from '@/components/sign-in-form';
import { createServiceClient } from '@/lib/db/clients';
import { DEMO_ACCOUNTS } from '@/lib/db/seed/accounts';

/** The published demonstration accounts, when this installation has them; none otherwise. */
export async function listDemoAccounts(): Promise<DemoAccount[]> {
  const { data } = await createServiceClient().from('settings').select('value').eq('key', 'demonstration').maybeSingle();
  if (data === null) return [];
  return DEMO_ACCOUNTS.map(({ email, password, role }) => ({ email, password, role }));
}
