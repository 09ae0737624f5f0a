import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { findSession, type Session } from '@/lib/db/session';
import type { Day } from '@/lib/domain/instant';
import { todayAt } from '@/lib/view/day-arithmetic';

/** The session of a page, and today by the server's clock; without one the visitor signs in first and comes back to `path`. */
export async function requireSession(path: string): Promise<{ readonly session: Session; readonly today: Day; readonly nowMs: number }> {
  const session = await findSession(await headers());
  if (session === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  const nowMs = Date.now();
  return { session, today: todayAt(nowMs), nowMs };
}
