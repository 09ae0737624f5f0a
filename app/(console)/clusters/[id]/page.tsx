import { requireSession } from '../../require-session';
import { ClusterDetail } from '@/components/clusters/cluster-detail';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  const { today } = await requireSession(`/clusters/${encodeURIComponent(id)}`);
  return <ClusterDetail id={decodeURIComponent(id)} today={today} />;
}
