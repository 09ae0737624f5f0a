import { requireSession } from '../../require-session';
import { DrugFreePage } from '@/components/programmes/drug-free-page';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { today } = await requireSession('/programmes/drug-free');
  return <DrugFreePage today={today} />;
}
