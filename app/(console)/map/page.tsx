import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { findSession } from '@/lib/db/session';
import type { Day } from '@/lib/domain/instant';
import { todayAt } from '@/lib/view/day-arithmetic';
import { parseView } from '@/lib/view/parse-view';
import { MapPage } from './map-page';

export const dynamic = 'force-dynamic';

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** First value of each parameter. */
function toSearchParams(raw: Awaited<PageProps['searchParams']>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(raw)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) params.set(name, first);
  }
  return params;
}

/** Today by the server's clock: the browser's may be wrong. */
const readToday = (): Day => todayAt(Date.now());

export default async function Page({ searchParams }: PageProps) {
  const params = toSearchParams(await searchParams);
  const session = await findSession(await headers());
  if (session === null) redirect(`/sign-in?next=${encodeURIComponent(`/map?${params.toString()}`)}`);
  return <MapPage initialView={parseView(params)} today={readToday()} />;
}
