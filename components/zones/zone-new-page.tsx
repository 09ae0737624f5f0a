'use client';

import { ArrowLeft, Lock } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { Day } from '@/lib/domain/instant';
import { MAY_DRAW_ZONES } from '@/lib/domain/zone';
import { getEditionAt } from '@/lib/view/in-force';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { useZones } from './use-zones';
import { ZoneEditor } from './zone-editor';

const NOTHING: readonly never[] = [];

/** The page that draws a new zone; other roles are told who may. */
export function ZoneNewPage({ today }: { readonly today: Day }) {
  const { messages } = usePreferences();
  const { zones: texts } = messages;
  const router = useRouter();
  const query = useReference();
  const zones = useZones();
  return (
    <ConsolePage bare me={query.state === 'ready' ? query.data.me : null} title={texts.form.newTitle} lead={<Link href="/zones" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.back}</Link>}>
      <QueryState query={query} failed={texts.failed} lines={12}>
        {(reference) => (MAY_DRAW_ZONES.includes(reference.me.role) ? (
          <ZoneEditor reference={reference} today={today} editionId={getEditionAt(reference.editions, today).id} zone={null} others={zones.state === 'ready' ? zones.data.zones : NOTHING}
            onSaved={({ id }) => router.push(`/zones/${id}`)} onCancel={() => router.push('/zones')} />
        ) : <StateNote icon={<Lock size={30} />} title={texts.mayNot} testId="may-not-draw" />)}
      </QueryState>
    </ConsolePage>
  );
}
