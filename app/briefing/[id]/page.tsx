import { readSearch, type RawSearch } from '../../(console)/read-search';
import { requireSession } from '../../(console)/require-session';
import { ProjectionPage } from '@/components/briefing/projection/projection-page';

export const dynamic = 'force-dynamic';

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<RawSearch>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const search = readSearch(await searchParams).toString();
  await requireSession(`/briefing/${encodeURIComponent(id)}?${search}`);
  return <ProjectionPage id={decodeURIComponent(id)} search={search} />;
}
