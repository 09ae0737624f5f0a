import { requireSession } from '../../require-session';
import { PlannerPage } from '@/components/patrols/planner-page';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { today } = await requireSession('/patrols/new');
  return <PlannerPage today={today} />;
}
