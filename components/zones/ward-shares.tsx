'use client';

import { useEffect, useState } from 'react';
import type { ZoneGeometry } from '@/lib/domain/zone';
import { formatShare } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { AreaShare } from '@/lib/geo/area-shares';
import type { WardCollection } from '@/lib/layers/label-layers';
import { usePreferences } from '@/components/ui/preferences';

interface WardSharesProps {
  readonly geometry: ZoneGeometry;
  readonly wards: WardCollection;
}

const MOST_SHOWN = 6;

/** Which wards a drawn area lies in, while it is being drawn. The clipping code comes only when it is needed. */
export function WardShares({ geometry, wards }: WardSharesProps) {
  const { messages, language } = usePreferences();
  const [shares, setShares] = useState<readonly AreaShare[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void import('@/lib/geo/area-shares').then(({ listAreaShares }) => {
      if (isCurrent) setShares(listAreaShares(geometry, wards.features.map(({ properties: { code, name }, geometry: polygon }) => ({ code, name, geometry: polygon }))));
    }, () => undefined);
    return () => { isCurrent = false; };
  }, [geometry, wards]);
  if (shares === null) return null;
  if (shares.length === 0) return <p className="mt-1 text-xs text-ink-2">{messages.zones.outside}</p>;
  const names = new Map(wards.features.map(({ properties }) => [properties.code, formatWardInSentence(properties.name, language)]));
  return <ul className="tabular mt-1 space-y-0.5 text-xs text-ink-2" data-testid="drawn-shares">{shares.slice(0, MOST_SHOWN).map(({ code, share }) => <li key={code}>{names.get(code) ?? code}: {formatShare(share, language)}</li>)}{shares.length > MOST_SHOWN ? <li>{messages.app.more(String(shares.length - MOST_SHOWN))}</li> : null}</ul>;
}
