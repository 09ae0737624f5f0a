import { WallScreen } from '@/components/wall/wall-screen';
import { requireSession } from '../require-session';

export const dynamic = 'force-dynamic';

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const EVERY_SECONDS = { usual: 20, shortest: 5, longest: 600 } as const;

/** Seconds between two turns as the link says; what is no number is the usual. */
function readEvery(value: unknown): number {
  const seconds = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : EVERY_SECONDS.usual;
  return Math.min(EVERY_SECONDS.longest, Math.max(EVERY_SECONDS.shortest, seconds));
}

export default async function Page({ searchParams }: PageProps) {
  const { cluster, every } = await searchParams;
  const { today } = await requireSession('/wall');
  const clusters = typeof cluster === 'string' ? cluster.split(',').filter((id) => /^[\w-]{1,60}$/.test(id)) : [];
  return <WallScreen today={today} clusters={clusters} everySeconds={readEvery(every)} />;
}
