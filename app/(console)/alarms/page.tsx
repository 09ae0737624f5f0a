import { readSearch, type RawSearch } from '../read-search';
import { requireSession } from '../require-session';
import { AlarmsPage } from '@/components/alarms/alarms-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams);
  await requireSession(`/alarms?${search.toString()}`);
  return <AlarmsPage chosen={search.get('alarm')} />;
}
