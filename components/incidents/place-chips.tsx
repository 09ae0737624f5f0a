'use client';

import { X } from 'lucide-react';
import type { ZonePage } from '@/lib/domain/zone';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { fetchJson } from '@/components/data/fetch-json';
import { useLiveQuery } from '@/components/data/use-live-query';
import { usePreferences } from '@/components/ui/preferences';

interface PlaceChipsProps {
  /** Id of a zone; empty without one. */
  readonly zone: string;
  /** `editionId/wardCode`; empty without one. */
  readonly ward: string;
  readonly wardNames: ReadonlyMap<string, string>;
  readonly onRemoveZone: () => void;
  readonly onRemoveWard: () => void;
}

/** The zone and the ward that a link narrowed the list to, each to be taken away. */
export function PlaceChips({ zone, ward, wardNames, onRemoveZone, onRemoveWard }: PlaceChipsProps) {
  const { messages, language } = usePreferences();
  const { chip } = messages.zones;
  const query = useLiveQuery(zone === '' ? null : `zone/${zone}`, 'zones', () => fetchJson<ZonePage>(`/api/zones/${zone}`));
  const zoneLabel = query.state === 'ready' ? chip.label(query.data.zone.name) : query.state === 'failed' ? chip.unknown : chip.loading;
  return (
    <>
      {zone === '' ? null : <Chip label={zoneLabel} href={query.state === 'ready' ? `/zones/${zone}` : null} remove={chip.remove} onRemove={onRemoveZone} testId="zone-chip" />}
      {ward === '' ? null : <Chip label={chip.ward(formatWardInSentence(wardNames.get(ward) ?? ward, language))} href={null} remove={chip.removeWard} onRemove={onRemoveWard} testId="ward-chip" />}
    </>
  );
}

function Chip({ label, href, remove, onRemove, testId }: { readonly label: string; readonly href: string | null; readonly remove: string; readonly onRemove: () => void; readonly testId: string }) {
  return (
    <span className="inline-flex h-8 items-center gap-1 rounded-full border border-accent bg-accent-soft pr-1 pl-3 text-xs font-medium text-accent max-md:h-11" data-testid={testId}>
      {href === null ? label : <a href={href} className="underline underline-offset-2">{label}</a>}
      <button type="button" aria-label={remove} title={remove} onClick={onRemove} className="flex size-6 items-center justify-center rounded-full hover:bg-surface max-md:size-9"><X size={14} aria-hidden /></button>
    </span>
  );
}
