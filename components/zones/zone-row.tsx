'use client';

import { LocateFixed } from 'lucide-react';
import Link from 'next/link';
import type { Zone } from '@/lib/domain/zone';
import { formatInstant } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { StatusBadge } from './status-badge';
import { formatArea } from './zone-words';

interface ZoneRowProps {
  readonly zone: Zone;
  readonly chosen: boolean;
  /** Null for a reader who may not merge. */
  readonly onChoose: (() => void) | null;
  readonly onShow: () => void;
}

const MOST_WARDS = 3;

/** A zone in the list: what it is, how large, in which wards. */
export function ZoneRow({ zone, chosen, onChoose, onShow }: ZoneRowProps) {
  const { messages, language } = usePreferences();
  const { zones: texts } = messages;
  const wards = zone.wards.slice(0, MOST_WARDS).map(({ ward, areaShare }) => `${formatWardInSentence(ward.name, language)} ${formatShare(areaShare, language)}`);
  return (
    <li className={`flex items-start gap-2 px-3 py-2.5 ${chosen ? 'bg-accent-soft' : ''}`} data-testid="zone-row" data-zone={zone.id} data-status={zone.status}>
      {onChoose === null ? null : (
        <span className="flex size-6 shrink-0 items-center justify-center"><input type="checkbox" checked={chosen} disabled={zone.status === 'closed'} onChange={onChoose} aria-label={texts.list.choose(zone.name)} className="size-4 accent-[var(--accent)]" data-testid="zone-choose" /></span>
      )}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/zones/${zone.id}`} prefetch={false} className="text-sm font-semibold hover:text-accent hover:underline" data-testid="zone-link">{zone.name}</Link>
          <StatusBadge status={zone.status} />
        </p>
        <p className="tabular mt-0.5 text-xs text-ink-2">{texts.kinds[zone.kind]} · {formatArea(zone.areaSquareMetres, language, messages)} · {wards.length === 0 ? texts.outside : wards.join(', ')}</p>
        <p className="tabular mt-0.5 text-xs text-ink-3">{texts.version(String(zone.version))} · {texts.list.changed(formatInstant(zone.changedAt))}</p>
      </div>
      <IconButton label={`${texts.list.shown}: ${zone.name}`} className="size-8 shrink-0" onClick={onShow}><LocateFixed size={16} aria-hidden /></IconButton>
    </li>
  );
}
