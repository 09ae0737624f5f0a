import { readSearch, type RawSearch } from '../read-search';
import { requireSession } from '../require-session';
import { ZonesPage } from '@/components/zones/zones-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/zones?${search}`);
  return <ZonesPage today={today} search={search} />;
}
