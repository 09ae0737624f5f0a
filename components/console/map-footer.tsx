'use client';

import { Navigation2 } from 'lucide-react';
import type { Day } from '@/lib/domain/instant';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatMetres } from '@/lib/format/format-number';
import { chooseScale } from '@/lib/layers/choose-scale';
import type { Camera } from '@/lib/view/map-view';
import { LiveBadge } from '@/components/shell/live-badge';
import { usePreferences } from '@/components/ui/preferences';

interface MapFooterProps {
  readonly camera: Camera;
  readonly asOfSeconds: number | null;
  readonly day: Day;
  readonly attribution: string;
}

/** North, scale, data-as-of and attribution: never off the map. */
export function MapFooter({ camera, asOfSeconds, day, attribution }: MapFooterProps) {
  const { messages, language } = usePreferences();
  const scale = chooseScale(camera);
  return (
    <div className="tabular pointer-events-auto flex min-h-7 flex-wrap items-center gap-x-4 gap-y-0.5 border-t border-line bg-surface/95 px-3 py-1 text-xs text-ink-2" data-testid="map-footer">
      <span className="flex items-center gap-1 font-semibold" title={messages.map.north}><Navigation2 size={13} className="fill-current" aria-hidden /> {language === 'vi' ? 'B' : 'N'}</span>
      <span className="flex items-center gap-2" aria-label={`${messages.map.scale}: ${formatMetres(scale.metres, language)}`} role="img">
        <span aria-hidden className="h-1.5 border-x-2 border-b-2 border-current" style={{ width: scale.pixels }} />
        <span aria-hidden>{formatMetres(scale.metres, language)}</span>
      </span>
      <LiveBadge />
      <span className="max-lg:hidden" data-testid="as-of">{asOfSeconds === null ? messages.app.loading : messages.map.asOf(formatInstant(asOfSeconds * 1000))}</span>
      <span className="max-md:hidden">{messages.map.boundaryAt(formatDay(day))}</span>
      <span className="ml-auto text-ink-3" data-testid="attribution">{attribution}</span>
    </div>
  );
}
