'use client';

import { RotateCcw } from 'lucide-react';
import { formatDayRange } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { TIME_BIN_UNITS, type MapView } from '@/lib/view/map-view';
import { binLastDay } from '@/lib/view/time-bins';
import type { Role } from '@/lib/domain/role';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import type { BinRange } from '@/components/charts/brush-overlay';
import { TimeHistogram } from '@/components/charts/time-histogram';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';
import type { ConsoleModel } from './use-console-model';
import type { UpdateView } from './use-map-view';

interface TimelineStripProps {
  readonly view: MapView;
  readonly model: ConsoleModel;
  readonly onUpdate: UpdateView;
  readonly role: Role | null;
}

/** Bins the period covers, as far as they are on the strip; null when it covers all or none. */
function selectionOf({ bins, period }: ConsoleModel): BinRange | null {
  if (period.from === null && period.to === null) return null;
  const count = bins.starts.length - 1;
  let first = 0;
  let last = count - 1;
  for (let bin = 0; bin < count; bin++) {
    if (period.from !== null && binLastDay(bins, bin) < period.from) first = bin + 1;
    const start = bins.starts[bin];
    if (period.to !== null && start !== undefined && start <= period.to) last = bin;
  }
  return first > last ? null : { first, last };
}

/** Incidents over time; the brush is the period. */
export function TimelineStrip({ view, model, onUpdate, role }: TimelineStripProps) {
  const { messages, language } = usePreferences();
  const { bins, summary, period } = model;
  const select = ({ first, last }: BinRange): void => {
    const from = bins.starts[first];
    if (from !== undefined) onUpdate({ period: { kind: 'days', from, to: binLastDay(bins, last) }, bin: bins.unit });
  };
  const describe = (bin: number): string => {
    const start = bins.starts[bin];
    return start === undefined ? '' : formatDayRange(start, binLastDay(bins, bin));
  };
  return (
    <section aria-label={messages.timeline.title} className="flex h-[140px] flex-col border-t border-line bg-surface px-3 pt-2 pb-1" data-testid="timeline">
      <div className="flex h-7 items-center gap-3">
        <h2 className="eyebrow whitespace-nowrap">{messages.timeline.title}</h2>
        <p className="tabular truncate text-xs text-ink-2" data-testid="timeline-summary">
          {summary === null ? null : messages.timeline.summary(formatCount(summary.total, language), formatDayRange(period.from, period.to))}
        </p>
        <div className="ml-auto flex shrink-0 items-center gap-2">
          {view.period.kind === 'days' ? (
            <button type="button" className="inline-flex items-center gap-1 whitespace-nowrap rounded px-1.5 py-1 text-xs font-medium text-accent hover:bg-accent-soft" data-testid="timeline-reset"
              onClick={() => onUpdate({ period: { kind: 'preset', preset: '90' }, bin: null })}>
              <RotateCcw size={12} aria-hidden /> {messages.timeline.reset}
            </button>
          ) : null}
          <PinButton asIcon role={role} testId="pin-timeline" pin={() => ({ kind: 'chart', title: messages.timeline.title, path: pathOfPage() })} />
          <Segmented compact label={messages.timeline.title} value={bins.unit} options={TIME_BIN_UNITS.map((value) => ({ value, label: messages.timeline[value] }))} onChange={(bin) => onUpdate({ bin }, 'replace')} />
        </div>
      </div>
      <div className="min-h-0 flex-1">
        {summary === null ? <div className="skeleton mt-2 h-16" role="status" aria-label={messages.app.loading} /> : (
          <TimeHistogram
            bins={bins} total={summary.byBin} inZone={summary.borderZoneByBin} selection={selectionOf(model)} onSelect={select} language={language} describe={describe}
            labels={{ title: messages.timeline.title, from: messages.timeline.from, to: messages.timeline.to }}
          />
        )}
      </div>
    </section>
  );
}
