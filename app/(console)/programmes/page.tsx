import { requireSession } from '../require-session';
import { ProgrammesPage } from '@/components/programmes/programmes-page';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { today } = await requireSession('/programmes');
  return <ProgrammesPage today={today} />;
}
