import { readSearch, type RawSearch } from '../read-search';
import { requireSession } from '../require-session';
import { DisputesPage } from '@/components/disputes/disputes-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/disputes?${search}`);
  return <DisputesPage today={today} search={search} />;
}
