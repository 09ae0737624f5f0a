'use client';

import { Pause } from 'lucide-react';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { ConsoleModel } from '@/components/console/use-console-model';
import { BrandMark } from '@/components/shell/brand-mark';
import { LiveBadge } from '@/components/shell/live-badge';
import { usePreferences } from '@/components/ui/preferences';
import { useNow } from '@/components/ui/use-now';
import type { Rotation } from './use-rotation';
import type { WallSlide } from './wall-slides';

interface WallHeadProps {
  readonly slide: WallSlide;
  readonly rotation: Rotation;
  readonly total: number;
  readonly everySeconds: number;
  readonly model: ConsoleModel;
}

/** What is shown now, how far its turn is, the time, and the age of the data. */
export function WallHead({ slide, rotation, total, everySeconds, model }: WallHeadProps) {
  const { messages, language } = usePreferences();
  const { wall: texts } = messages.work;
  const { cluster } = slide;
  const wards = model.wardsQuery.state === 'ready' ? model.wardsQuery.data.features : [];
  const lead = wards.find(({ properties }) => properties.code === cluster?.leadCode)?.properties.name;
  return (
    <header className="relative flex items-center gap-5 border-b border-line bg-surface px-6 py-3">
      <BrandMark size={44} />
      <div className="min-w-0 flex-1" aria-live="off">
        <h1 className="truncate text-lg font-semibold" data-testid="wall-title">{cluster === null ? texts.everything : cluster.name}</h1>
        <p className="truncate text-xs text-ink-2">
          {[lead === undefined ? null : texts.leadWard(formatWardInSentence(lead, language)), cluster?.demonstration === true ? texts.demonstration : null].filter((part) => part !== null).join(' · ')}
        </p>
      </div>
      {rotation.isPaused ? <span className="flex items-center gap-1.5 text-sm text-warn"><Pause size={20} aria-hidden /> {texts.paused}</span> : null}
      {total > 1 ? <span className="tabular text-sm text-ink-2" data-testid="wall-place">{texts.progress(formatCount(rotation.index + 1, language), formatCount(total, language))}</span> : null}
      <div className="text-right">
        <WallClock />
        <LiveBadge />
      </div>
      {total > 1 ? (
        <span aria-hidden key={rotation.turn} className="wall-progress absolute bottom-0 left-0 h-1 bg-accent motion-reduce:hidden" style={{ animationDuration: `${String(everySeconds)}s`, animationPlayState: rotation.isPaused ? 'paused' : 'running' }} />
      ) : null}
    </header>
  );
}

function WallClock() {
  const nowMs = useNow(1000);
  return <p className="tabular text-lg font-semibold" suppressHydrationWarning data-testid="wall-clock">{formatInstant(nowMs)}</p>;
}
