'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { BoundaryEdition } from '@/lib/domain/boundary';
import type { Role } from '@/lib/domain/role';
import type { Zone } from '@/lib/domain/zone';
import { formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { formatArea } from './zone-words';

interface ZoneFactsProps {
  readonly zone: Zone;
  readonly editions: readonly BoundaryEdition[];
  readonly role: Role;
}

const LINK = 'font-medium text-accent underline';

/** What a zone is: validity, evidence, origin, who drew it by role, size and wards. */
export function ZoneFacts({ zone, editions, role }: ZoneFactsProps) {
  const { messages, language } = usePreferences();
  const { detail, kinds } = messages.zones;
  const row = (label: string, value: ReactNode): ReactNode => <><dt className="text-xs leading-5 text-ink-3">{label}</dt><dd className="min-w-0">{value}</dd></>;
  return (
    <Section title={detail.facts} testId="zone-facts">
      <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {row(messages.zones.list.kind, kinds[zone.kind])}
        {row(detail.valid, <span className="tabular">{formatDayRange(zone.validFrom, zone.validTo)}</span>)}
        {row(detail.evidence, <p className="whitespace-pre-wrap" data-testid="zone-evidence-text">{zone.evidence ?? <span className="text-ink-3">{role === 'viewer' ? detail.hiddenEvidence : detail.noEvidence}</span>}</p>)}
        {row(detail.origin, <Origin zone={zone} />)}
        {row(detail.drawer, `${messages.role[zone.drawnByRole]}${zone.isMine ? ` (${detail.mine})` : ''}`)}
        {row(detail.size, <span className="tabular">{formatArea(zone.areaSquareMetres, language, messages)}</span>)}
        {row(detail.shares, (
          <ul className="tabular" data-testid="zone-wards">
            {zone.wards.length === 0 ? <li>{messages.zones.outside}</li> : zone.wards.map(({ ward, areaShare }) => <li key={ward.code}>{formatWardInSentence(ward.name, language)}: {formatShare(areaShare, language)}</li>)}
          </ul>
        ))}
        {row(detail.edition, editions.find(({ id }) => id === zone.editionId)?.title ?? zone.editionId)}
        {row(detail.created, <span className="tabular">{formatInstant(zone.createdAt)}</span>)}
        {row(detail.changed, <span className="tabular">{formatInstant(zone.changedAt)} · {messages.zones.version(String(zone.version))}</span>)}
      </dl>
    </Section>
  );
}

function Origin({ zone: { origin } }: { readonly zone: Zone }) {
  const { messages } = usePreferences();
  const { detail } = messages.zones;
  switch (origin.kind) {
    case 'drawn':
      return <span data-testid="zone-origin">{detail.drawn}</span>;
    case 'imported':
      return <span data-testid="zone-origin">{detail.imported({ geojson: 'GeoJSON', kml: 'KML' }[origin.format])}</span>;
    case 'finding':
      return <span data-testid="zone-origin">{detail.finding}. <Link href={`/analysis?run=${origin.run}`} prefetch={false} className={LINK}>{detail.openRun}</Link></span>;
    case 'split':
      return <span data-testid="zone-origin">{detail.split(String(origin.version))}. <Link href={`/zones/${origin.zone}`} prefetch={false} className={LINK}>{detail.source}</Link></span>;
    case 'merged':
      return <span data-testid="zone-origin">{detail.merged(String(origin.zones.length))}: {origin.zones.map((id, index) => <span key={id}>{index === 0 ? '' : ', '}<Link href={`/zones/${id}`} prefetch={false} className={LINK}>{detail.sourceNumber(String(index + 1))}</Link></span>)}</span>;
    default:
      return origin satisfies never;
  }
}
