'use client';

import { ArrowRight, X } from 'lucide-react';
import Link from 'next/link';
import type { Zone } from '@/lib/domain/zone';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { formatArea } from './zone-words';

/** A zone that was clicked on the map: what it is, and the way to its page. */
export function ZoneCard({ zone, onClose }: { readonly zone: Zone; readonly onClose: () => void }) {
  const { messages, language } = usePreferences();
  const { zones: texts } = messages;
  return (
    <section aria-label={texts.card.title} className="float-card pointer-events-auto flex max-w-sm items-start gap-3 self-start py-2 pr-1 pl-3" data-testid="zone-card">
      <div className="min-w-0">
        <p className="truncate text-sm font-semibold">{zone.name}</p>
        <p className="tabular text-xs text-ink-2">{texts.kinds[zone.kind]} · {formatArea(zone.areaSquareMetres, language, messages)} · {zone.wards.map(({ ward }) => formatWardInSentence(ward.name, language)).join(', ')}</p>
        <Link href={`/zones/${zone.id}`} prefetch={false} className="mt-1 inline-flex items-center gap-1 text-xs font-medium text-accent underline" data-testid="zone-card-open">{texts.open} <ArrowRight size={13} aria-hidden /></Link>
      </div>
      <IconButton label={texts.card.close} className="size-8 shrink-0" onClick={onClose}><X size={15} aria-hidden /></IconButton>
    </section>
  );
}
