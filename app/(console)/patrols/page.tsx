import { requireSession } from '../require-session';
import { readSearch, type RawSearch } from '../read-search';
import { PatrolsPage } from '@/components/patrols/patrols-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/patrols?${search}`);
  return <PatrolsPage today={today} search={search} />;
}
