import { requireSession } from '../../require-session';
import { ScorePeriodPage } from '@/components/scores/score-period-page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  const { today } = await requireSession(`/scores/${encodeURIComponent(id)}`);
  return <ScorePeriodPage id={decodeURIComponent(id)} today={today} />;
}
