'use client';

import { Bell, BellOff } from 'lucide-react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { readUuid, type PointColumns } from '@/lib/domain/point-columns';
import { formatCount } from '@/lib/format/format-number';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { nameWard } from './area-options';
import { playArrivalTone, readSoundPreference, storeSoundPreference } from './arrival-sound';
import type { ConsoleModel } from './use-console-model';

const never = (): (() => void) => () => undefined;

/** Rows of the latest answer that were not known before and pass the filters. */
function listArrivedRows(points: PointColumns | null, newIds: readonly string[], rows: Uint32Array | undefined): readonly number[] {
  if (points === null || rows === undefined || newIds.length === 0) return [];
  const fresh = new Set(newIds);
  return Array.from(rows).filter((row) => fresh.has(readUuid(points.ids, row)));
}

interface ArrivalNoticeProps {
  readonly model: ConsoleModel;
  readonly wardNames: ReadonlyMap<string, string>;
}

/** Tells of new incidents to who listens to the page, and, when wanted, by one tone a burst; the switch for it. */
export function ArrivalNotice({ model, wardNames }: ArrivalNoticeProps) {
  const { messages, language } = usePreferences();
  const { points, newIds } = model.feed;
  const stored = useSyncExternalStore(never, readSoundPreference, () => false);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOn = chosen ?? stored;
  // With the answer that brought them: a filter changed later makes nothing new.
  const arrived = useMemo(() => ({ newIds, rows: listArrivedRows(points, newIds, model.summary?.rows) }), [points, newIds, model.summary]);
  const anyArrived = arrived.rows.length > 0;
  useEffect(() => { if (isOn && anyArrived) playArrivalTone(); }, [newIds, anyArrived, isOn]);
  const toggle = (): void => {
    storeSoundPreference(!isOn);
    setChosen(!isOn);
  };
  const text = describe();
  return (
    <>
      <IconButton label={isOn ? messages.coordination.sound.off : messages.coordination.sound.on} aria-pressed={isOn} className="size-8" onClick={toggle} data-testid="sound-switch">
        {isOn ? <Bell size={16} aria-hidden /> : <BellOff size={16} aria-hidden />}
      </IconButton>
      <span role="status" aria-live="polite" className="sr-only" data-testid="arrival-announcement">{text}</span>
    </>
  );

  function describe(): string {
    const [row] = arrived.rows;
    if (points === null || row === undefined) return '';
    const { feed: texts } = messages.work;
    if (arrived.rows.length > 1) return texts.announceMany(formatCount(arrived.rows.length, language));
    const code = points.dictionaries.categories[points.categories[row] ?? -1];
    const category = model.reference?.categories.find((one) => one.code === code);
    const ward = points.dictionaries.wards[points.wards[row] ?? -1];
    return texts.announce(category === undefined ? '' : language === 'vi' ? category.nameVi : category.nameEn, ward === undefined ? '—' : nameWard(wardNames, ward));
  }
}
