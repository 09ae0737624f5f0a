import { readSearch, type RawSearch } from '../../read-search';
import { requireSession } from '../../require-session';
import { DisputeNewPage } from '@/components/disputes/dispute-new-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams);
  await requireSession(`/disputes/new?${search.toString()}`);
  return <DisputeNewPage incident={search.get('incident')} />;
}
