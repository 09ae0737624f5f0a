import { readSearch, type RawSearch } from '../../read-search';
import { requireSession } from '../../require-session';
import { ReviewPage } from '@/components/programmes/review-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/programmes/review?${search}`);
  return <ReviewPage today={today} search={search} />;
}
