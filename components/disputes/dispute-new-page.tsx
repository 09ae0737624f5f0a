'use client';

import { ArrowLeft, Lock, SearchX } from 'lucide-react';
import Link from 'next/link';
import type { Role } from '@/lib/domain/role';
import { useReference } from '@/components/data/use-reference';
import { useIncident } from '@/components/incidents/use-incident';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { DisputeForm } from './dispute-form';
import { useDisputeRules } from './use-disputes';

const MAY_TAKE_IN: readonly Role[] = ['officer', 'commander', 'admin'];

/** The page that takes a dispute in, from coordinates or from an incident; other roles are told who may. */
export function DisputeNewPage({ incident }: { readonly incident: string | null }) {
  const { messages } = usePreferences();
  const { disputes: texts } = messages;
  const query = useReference();
  const mayTakeIn = query.state === 'ready' && MAY_TAKE_IN.includes(query.data.me.role);
  const rules = useDisputeRules(mayTakeIn);
  const rule = rules.state === 'ready' ? (rules.data.rules[0]?.rule ?? null) : null;
  return (
    <ConsolePage me={query.state === 'ready' ? query.data.me : null} title={texts.form.title} lead={<Link href="/disputes" prefetch={false} className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.back}</Link>}>
      <QueryState query={query} failed={texts.failed} lines={10}>
        {({ me }) => (!MAY_TAKE_IN.includes(me.role) ? <StateNote icon={<Lock size={30} />} title={texts.form.mayNot} testId="may-not-take-in" />
          : incident === null ? <DisputeForm incident={null} rule={rule} /> : <FromIncident incident={incident} rule={rule} />)}
      </QueryState>
    </ConsolePage>
  );
}

function FromIncident({ incident, rule }: Parameters<typeof DisputeForm>[0] & { readonly incident: string }) {
  const { messages } = usePreferences();
  const { answer, error } = useIncident(incident);
  if (answer === null && error === null) return <SkeletonLines lines={8} label={messages.app.loading} />;
  if (answer?.incident.category !== 'dispute') return <StateNote icon={<SearchX size={30} />} title={messages.disputes.form.incidentMissing} testId="incident-missing" />;
  return <DisputeForm incident={incident} rule={rule} />;
}
