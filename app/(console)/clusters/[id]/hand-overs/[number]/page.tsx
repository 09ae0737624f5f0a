import { requireSession } from '../../../../require-session';
import { HandOverPage } from '@/components/clusters/hand-over-page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string; readonly number: string }> }) {
  const { id, number } = await params;
  await requireSession(`/clusters/${encodeURIComponent(id)}/hand-overs/${encodeURIComponent(number)}`);
  return <HandOverPage clusterId={decodeURIComponent(id)} number={Number(number)} />;
}
