import { requireSession } from '../require-session';
import { readSearch, type RawSearch } from '../read-search';
import { AnalysisPage } from '@/components/analysis/analysis-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/analysis?${search}`);
  return <AnalysisPage today={today} search={search} />;
}
