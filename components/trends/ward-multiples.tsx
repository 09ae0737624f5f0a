'use client';

import Link from 'next/link';
import { memo, useMemo, useState } from 'react';
import { formatCount } from '@/lib/format/format-number';
import type { Trends } from '@/lib/trends/build-trends';
import { mostOf } from '@/lib/trends/count-series';
import type { TrendsView } from '@/lib/trends/trends-view';
import { usePreferences } from '@/components/ui/preferences';
import { linkRecords } from './trend-links';
import { listAllDays, nameWardWithEdition, type TrendWords } from './trend-words';
import { editionOfWard, orderWards } from './ward-order';

interface WardMultiplesProps {
  readonly trends: Trends;
  readonly view: TrendsView;
  readonly words: TrendWords;
}

const WIDTH = 180;
const HEIGHT = 44;

/** A small picture of every ward, by name. */
export function WardMultiples({ trends, view, words }: WardMultiplesProps) {
  const { messages, language } = usePreferences();
  const { wards: texts } = messages.trends;
  const [query, setQuery] = useState('');
  const order = useMemo(() => orderWards(trends, query, words), [trends, query, words]);
  const { wards, periods } = trends;
  const days = listAllDays(periods);
  const most = useMemo(() => order.reduce((sum, group) => Math.max(sum, mostOf(wards.counts, group * periods.length, (group + 1) * periods.length)), 0), [order, wards, periods]);
  return (
    <div data-testid="ward-multiples">
      <div className="mb-3 flex flex-wrap items-center gap-3 text-xs text-ink-2">
        <input type="search" className="control w-52" aria-label={texts.find} placeholder={texts.find} value={query} onChange={(event) => setQuery(event.target.value)} data-testid="ward-find" />
        <span className="tabular" role="status">{texts.count(formatCount(order.length, language))}</span>
        <span>{view.scale === 'shared' ? texts.shared : texts.own}</span>
      </div>
      {order.length === 0 ? <p className="text-sm text-ink-2">{texts.none}</p> : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-2" aria-label={texts.title}>
          {order.map((group) => {
            const key = wards.keys[group] ?? '';
            const own = wards.counts.subarray(group * periods.length, (group + 1) * periods.length);
            const edition = view.reading === null ? editionOfWard(key, words.reference.editions) : null;
            const isAbsent = (place: number): boolean => { const period = periods[place]; return edition !== null && period !== undefined && (period.to < edition.from || (edition.to !== null && period.from > edition.to)); };
            const absent = periods.map((_, place) => isAbsent(place));
            return <WardPicture key={key} name={key === '' ? texts.unnamed : nameWardWithEdition(key, words)} counts={own} absent={absent.map(Number).join('')} most={view.scale === 'shared' ? most : mostOf(own)} total={wards.totals[group] ?? 0} href={linkRecords(view.filter, view.reading, days, 'ward', key)} />;
          })}
        </ul>
      )}
    </div>
  );
}

interface WardPictureProps {
  readonly name: string;
  readonly counts: Uint32Array;
  /** A digit a period: 1 where the ward did not exist. */
  readonly absent: string;
  readonly most: number;
  readonly total: number;
  readonly href: string | null;
}

/** One ward: bars as one path, so that hundreds of wards stay light; what is not in sight is not laid out. */
const WardPicture = memo(function WardPicture({ name, counts, absent, most, total, href }: WardPictureProps) {
  const { messages, language } = usePreferences();
  const { wards: texts } = messages.trends;
  const step = WIDTH / Math.max(1, counts.length);
  const bar = Math.max(0.6, step * 0.8);
  let path = '';
  counts.forEach((count, place) => {
    if (count === 0) return;
    const height = (count / Math.max(1, most)) * HEIGHT;
    path += `M${(place * step).toFixed(2)} ${String(HEIGHT)}v${(-height).toFixed(2)}h${bar.toFixed(2)}v${height.toFixed(2)}z`;
  });
  const own = mostOf(counts);
  const away = [...absent].flatMap((digit, place) => (digit === '1' ? [place] : []));
  return (
    <li className="rounded-lg border border-line bg-raised px-2 py-1.5">
      <p className="flex items-baseline gap-2 text-xs"><span className="min-w-0 flex-1 truncate" title={name}>{name}</span>
        {href === null ? <b className="tabular">{formatCount(total, language)}</b> : <Link href={href} prefetch={false} className="tabular font-semibold text-accent underline">{formatCount(total, language)}<span className="sr-only">: {name}</span></Link>}
      </p>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} preserveAspectRatio="none" className="mt-1 h-11 w-full" role="img" aria-label={texts.describe(name, formatCount(total, language), formatCount(own, language))}>
        {away.length === 0 ? null : <path d={away.map((place) => `M${(place * step).toFixed(2)} 0h${step.toFixed(2)}v${String(HEIGHT)}h${(-step).toFixed(2)}z`).join('')} fill="var(--line)"><title>{texts.notYet}</title></path>}
        <path d={path} fill="var(--accent)" />
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--edge)" vectorEffect="non-scaling-stroke" />
      </svg>
      <p className="tabular text-xs text-ink-3">{texts.most}: {formatCount(own, language)}</p>
    </li>
  );
});
