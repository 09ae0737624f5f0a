import { requireSession } from '../../require-session';
import { DisputePage } from '@/components/disputes/dispute-page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  await requireSession(`/disputes/${encodeURIComponent(id)}`);
  return <DisputePage id={decodeURIComponent(id)} />;
}
