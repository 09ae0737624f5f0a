import { requireSession } from '../require-session';
import { ScoresPage } from '@/components/scores/scores-page';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { today } = await requireSession('/scores');
  return <ScoresPage today={today} />;
}
