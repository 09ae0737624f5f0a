import { requireSession } from '../require-session';
import { readSearch, type RawSearch } from '../read-search';
import { RulesPage } from '@/components/rules/rules-page';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/rules?${search}`);
  return <RulesPage today={today} search={search} />;
}
