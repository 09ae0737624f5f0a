import { notFound } from 'next/navigation';
import { z } from 'zod';
import { IncidentPage } from '@/components/incidents/incident-page';
import { requireSession } from '../../require-session';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  await requireSession(`/incidents/${id.data}`);
  return <IncidentPage id={id.data} />;
}
