import { IncidentsPage } from '@/components/incidents/incidents-page';
import { formatListFilter, parseListFilter } from '@/components/incidents/list-filter';
import { requireSession } from '../require-session';

export const dynamic = 'force-dynamic';

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const raw = await searchParams;
  const params = new URLSearchParams(Object.entries(raw).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  await requireSession(`/incidents?${params.toString()}`);
  const filter = parseListFilter(params);
  const named = params.get('tab');
  const tab = named === 'work' || named === 'all' ? named : formatListFilter(filter) === '' ? null : 'all';
  return <IncidentsPage initialTab={tab} initialFilter={filter} />;
}
