import { requireSession } from '../../require-session';
import { BriefingPage } from '@/components/briefing/editor/briefing-page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  await requireSession(`/briefings/${encodeURIComponent(id)}`);
  return <BriefingPage id={decodeURIComponent(id)} />;
}
