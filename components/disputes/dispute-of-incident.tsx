'use client';

import { Handshake } from 'lucide-react';
import Link from 'next/link';
import type { Incident } from '@/lib/domain/incident';
import type { Me } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';
import { useDisputeOfIncident } from './use-disputes';

interface DisputeOfIncidentProps {
  readonly incident: Incident;
  readonly me: Me;
  readonly className: string;
}

/** From an incident that is a dispute to its mediation: opens it, or takes it in where the reader may. */
export function DisputeOfIncident({ incident, me, className }: DisputeOfIncidentProps) {
  const { messages } = usePreferences();
  const { ofIncident } = messages.disputes;
  const isDispute = incident.category === 'dispute' && me.role !== 'viewer';
  const query = useDisputeOfIncident(isDispute ? incident.id : null);
  if (!isDispute || query.state !== 'ready') return null;
  const [dispute] = query.data.items;
  if (dispute !== undefined) return <Link href={`/disputes/${dispute.id}`} prefetch={false} className={className} data-testid="open-dispute"><Handshake size={14} aria-hidden /> {ofIncident.open}</Link>;
  const owner = incident.ownership.owner?.code;
  const isOwn = me.role === 'commander' || me.role === 'admin' || (me.role === 'officer' && me.wards.some(({ editionId, code }) => editionId === incident.editionId && code === owner));
  return isOwn ? <Link href={`/disputes/new?incident=${incident.id}`} prefetch={false} className={className} data-testid="make-dispute"><Handshake size={14} aria-hidden /> {ofIncident.make}</Link> : null;
}
