import { requireSession } from '../../../../require-session';
import { WardScorePage } from '@/components/scores/ward-score-page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string; readonly code: string }> }) {
  const { id, code } = await params;
  await requireSession(`/scores/${encodeURIComponent(id)}/wards/${encodeURIComponent(code)}`);
  return <WardScorePage id={decodeURIComponent(id)} code={decodeURIComponent(code)} />;
}
