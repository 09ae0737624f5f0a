import { requireSession } from '../../require-session';
import { ProgrammeDetailPage } from '@/components/programmes/programme-page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  const { today } = await requireSession(`/programmes/${encodeURIComponent(id)}`);
  return <ProgrammeDetailPage id={decodeURIComponent(id)} today={today} />;
}
