import { readSearch, type RawSearch } from '../read-search';
import { requireSession } from '../require-session';
import { TrendsPage } from '@/components/trends/trends-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/trends?${search}`);
  return <TrendsPage today={today} search={search} />;
}
