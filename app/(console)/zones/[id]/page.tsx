import { readSearch, type RawSearch } from '../../read-search';
import { requireSession } from '../../require-session';
import { ZonePage } from '@/components/zones/zone-page';

export const dynamic = 'force-dynamic';

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<RawSearch>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const search = readSearch(await searchParams).toString();
  const { today } = await requireSession(`/zones/${encodeURIComponent(id)}?${search}`);
  return <ZonePage id={decodeURIComponent(id)} today={today} search={search} />;
}
