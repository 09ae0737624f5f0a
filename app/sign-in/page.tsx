import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getBackend } from '@/lib/db/backend';
import { findSession } from '@/lib/db/session';
import { listDemoAccounts } from './list-demo-accounts';
import { SignInPage } from './sign-in-page';

export const dynamic = 'force-dynamic';

interface PageProps {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

/** A path on this site, never another host (`//elsewhere`, `/\elsewhere`). */
const safePath = (next: unknown): string => (typeof next === 'string' && /^\/(map|incidents|clusters|patrols|rules|wall)([/?]|$)/.test(next) ? next : '/map');

export default async function Page({ searchParams }: PageProps) {
  const next = safePath((await searchParams).next);
  if ((await findSession(await headers())) !== null) redirect(next);
  const { tier, url, publishableKey } = getBackend();
  const backend = { publishableKey, ...(tier === 'hosted' ? { url } : {}) };
  return <SignInPage backend={backend} demoAccounts={await listDemoAccounts()} next={next} />;
}
