'use client';

import { ListFilter, MapPinPlus, X } from 'lucide-react';
import { useEffect, useMemo, useSyncExternalStore, type RefObject } from 'react';
import type { LocateAnswer } from '@/lib/domain/locate';
import { formatMetres } from '@/lib/format/format-number';
import { formatShortWardName } from '@/lib/format/format-ward-name';
import type { Language } from '@/lib/format/language';
import { buildSelectionFeatures, type Leader } from '@/lib/layers/selection-layer';
import { formatLocate } from '@/lib/messages/format-locate';
import { findNearestOnArcs, type ArcFeature } from '@/lib/view/nearest-on-arcs';
import { useLocate, type Located } from '@/components/data/use-locate';
import type { MapController } from '@/components/map/map-controller';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import type { PointerStore } from './pointer-store';

interface LocateBarProps {
  readonly pointer: PointerStore;
  readonly pin: readonly [number, number] | null;
  /** The instant asked about; null is now. */
  readonly at: string | null;
  readonly arcs: ReadonlyMap<string, readonly ArcFeature[]>;
  readonly incidentPosition: readonly [number, number] | null;
  readonly controllerRef: RefObject<MapController | null>;
  /** Keeps the leader lines on the map and says nothing, for another panel does. */
  readonly silent: boolean;
  readonly onUnpin: () => void;
  readonly onFilterWard: (code: string, editionId: string) => void;
  readonly onReport: ((position: readonly [number, number]) => void) | null;
}

const MAX_LEADERS = 5;

/** Leader lines from a border-zone point to each neighbour's border. */
function buildLeaders(answer: LocateAnswer, arcs: LocateBarProps['arcs'], language: Language): Leader[] {
  if (!answer.borderZone) return [];
  return answer.neighbours.slice(0, MAX_LEADERS).flatMap((ward) => {
    const nearest = findNearestOnArcs(arcs.get(ward.code) ?? [], answer.position);
    return nearest === null ? [] : [{ to: nearest.position, label: `${formatShortWardName(ward.name)} ${formatMetres(ward.distanceMetres, language)}` }];
  });
}

const answerOf = (located: Located): LocateAnswer | null =>
  located.state === 'ready' ? located.answer : located.state === 'loading' ? located.previous : null;

/** One sentence about the point under the pointer or the pinned one; also draws its leader lines on the map. */
export function LocateBar(props: LocateBarProps) {
  const { pointer, pin, at, arcs, incidentPosition, controllerRef, silent, onUnpin, onFilterWard, onReport } = props;
  const { messages, language } = usePreferences();
  const hovered = useSyncExternalStore(pointer.subscribe, pointer.get, () => null);
  const position = pin ?? hovered;
  const located = useLocate(position, at);
  const answer = position === null ? null : answerOf(located);

  const features = useMemo(
    () => buildSelectionFeatures({
      point: located.state === 'ready' ? located.answer.position : pin, pinned: pin !== null,
      leaders: located.state === 'ready' ? buildLeaders(located.answer, arcs, language) : [], incident: incidentPosition,
    }),
    [located, pin, arcs, language, incidentPosition],
  );
  useEffect(() => controllerRef.current?.setData('selection', features), [features, controllerRef]);

  if (silent) return null;
  const sentence = located.state === 'failed' ? messages.map.locateFailed
    : answer !== null ? formatLocate(answer, language)
    : position === null ? messages.map.hint : messages.map.locating;
  const owner = pin !== null && located.state === 'ready' ? located.answer.owner : null;
  return (
    <div className={`float-card pointer-events-auto flex items-start gap-2 pr-2 pl-3 ${pin === null ? 'py-1.5' : 'py-2'}`} data-testid="locate-bar" data-state={located.state} data-pinned={pin !== null}>
      <div className="min-w-0 flex-1">
        <p className={`text-sm leading-5 ${pin === null ? 'line-clamp-3' : ''} ${answer === null ? 'text-ink-2' : ''}`} aria-live={pin === null ? 'off' : 'polite'} data-testid="locate-sentence">
          {answer?.borderZone === true ? <span aria-hidden className="mr-1.5 inline-block size-2.5 rounded-full bg-accent align-[-1px]" /> : null}
          {sentence}
        </p>
        {pin === null ? null : (
          <p className="mt-1.5 flex flex-wrap gap-1.5">
            {owner === null || located.state !== 'ready' ? null : (
              <Button size="small" onClick={() => onFilterWard(owner.code, located.answer.edition.id)} data-testid="filter-this-ward"><ListFilter size={14} aria-hidden /> {messages.map.filterWard}</Button>
            )}
            {onReport === null ? null : <Button size="small" onClick={() => onReport(pin)} data-testid="report-here"><MapPinPlus size={14} aria-hidden /> {messages.map.reportHere}</Button>}
          </p>
        )}
      </div>
      {pin === null ? null : <IconButton label={messages.map.unpin} className="size-7" onClick={onUnpin} data-testid="unpin"><X size={16} aria-hidden /></IconButton>}
    </div>
  );
}
