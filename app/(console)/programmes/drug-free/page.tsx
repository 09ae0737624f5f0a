import { readSearch, type RawSearch } from '../../read-search';
import { requireSession } from '../../require-session';
import { DrugFreePage } from '@/components/programmes/drug-free-page';
import { daySchema } from '@/lib/domain/instant';

export const dynamic = 'force-dynamic';

export default async function Page({ searchParams }: { readonly searchParams: Promise<RawSearch> }) {
  const search = readSearch(await searchParams);
  const { today } = await requireSession(`/programmes/drug-free?${search.toString()}`);
  const asked = daySchema.safeParse(search.get('day'));
  return <DrugFreePage today={today} asked={asked.success ? asked.data : null} />;
}
