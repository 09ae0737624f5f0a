import { requireSession } from '../require-session';
import { ClustersPage } from '@/components/clusters/clusters-page';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { today } = await requireSession('/clusters');
  return <ClustersPage today={today} />;
}
