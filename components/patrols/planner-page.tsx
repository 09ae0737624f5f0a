'use client';

import { ArrowLeft, Lock } from 'lucide-react';
import Link from 'next/link';
import type { Day } from '@/lib/domain/instant';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { PatrolPlanner } from './patrol-planner';

const MAY_PLAN: readonly string[] = ['officer', 'commander', 'admin'];

/** The page that plans a patrol; other roles are told who may. */
export function PlannerPage({ today }: { readonly today: Day }) {
  const { messages } = usePreferences();
  const { patrols: texts } = messages;
  const query = useReference();
  return (
    <ConsolePage bare me={query.state === 'ready' ? query.data.me : null} title={texts.planner.title} lead={<Link href="/patrols" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.back}</Link>}>
      <QueryState query={query} failed={texts.failed} lines={12}>
        {(reference) => (MAY_PLAN.includes(reference.me.role) ? <PatrolPlanner reference={reference} today={today} /> : <StateNote icon={<Lock size={30} />} title={texts.mayNot} testId="may-not-plan" />)}
      </QueryState>
    </ConsolePage>
  );
}
