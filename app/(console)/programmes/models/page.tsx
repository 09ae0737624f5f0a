import { requireSession } from '../../require-session';
import { ModelsPage } from '@/components/programmes/models-page';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { today } = await requireSession('/programmes/models');
  return <ModelsPage today={today} />;
}
