import { readSearch, type RawSearch } from '../read-search';
import { requireSession } from '../require-session';
import { BriefingsPage } from '@/components/briefing/briefings-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams);
  const { today } = await requireSession(`/briefings?${search.toString()}`);
  return <BriefingsPage today={today} tab={search.get('tab')} />;
}
