import { requireSession } from '../../require-session';
import { ZoneNewPage } from '@/components/zones/zone-new-page';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { today } = await requireSession('/zones/new');
  return <ZoneNewPage today={today} />;
}
