import { requireSession } from '../../require-session';
import { PatrolDetail } from '@/components/patrols/patrol-detail';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  await requireSession(`/patrols/${encodeURIComponent(id)}`);
  return <PatrolDetail id={decodeURIComponent(id)} />;
}
