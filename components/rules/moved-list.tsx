'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { Category } from '@/lib/domain/category';
import { readUuid } from '@/lib/domain/point-columns';
import type { SimulationResult } from '@/lib/domain/simulation';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { usePoints } from '@/components/data/use-points';
import { Button } from '@/components/ui/button';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { useWardLabel } from './use-ward-label';

interface MovedListProps {
  readonly result: SimulationResult;
  readonly categories: readonly Category[];
}

const STEP = 20;

/** Every incident whose lead moves, with the way to it; what each is comes from the points the screen holds already. */
export function MovedList({ result, categories }: MovedListProps) {
  const { messages, language } = usePreferences();
  const { rules } = messages;
  const labelOf = useWardLabel();
  const { points } = usePoints();
  const [shown, setShown] = useState(STEP);
  const moved = useMemo(() => result.byPair.flatMap(({ from, to, ids }) => ids.map((id) => ({ id, from, to }))), [result.byPair]);
  const rowById = useMemo(() => {
    const wanted = new Set(moved.map(({ id }) => id));
    const rows = new Map<string, number>();
    for (let row = 0; row < (points?.count ?? 0); row++) {
      const id = points === null ? '' : readUuid(points.ids, row);
      if (wanted.has(id)) rows.set(id, row);
    }
    return rows;
  }, [points, moved]);
  const count = (number: number): string => formatCount(number, language);
  return (
    <Section title={rules.moved} testId="simulation-moved" actions={<span className="tabular text-xs text-ink-2">{rules.movedShown(count(Math.min(shown, moved.length)), count(moved.length))}</span>}>
      <ul className="divide-y divide-line">
        {moved.slice(0, shown).map(({ id, from, to }) => {
          const row = rowById.get(id);
          const category = points === null || row === undefined ? undefined : categories.find(({ code }) => code === points.dictionaries.categories[points.categories[row] ?? -1]);
          const name = category === undefined ? rules.incident : language === 'vi' ? category.nameVi : category.nameEn;
          return (
            <li key={id} data-testid="simulation-incident">
              <Link href={`/incidents/${id}`} className="group grid grid-cols-[20px_minmax(0,1fr)] items-start gap-3 py-1.5 text-sm">
                {category === undefined ? <span /> : <CategorySign shape={category.shape} colour={category.colour} size={18} />}
                <span className="min-w-0">
                  <span className="font-medium group-hover:text-accent group-hover:underline">{name}</span>{' '}
                  {points === null || row === undefined ? null : <span className="tabular text-xs text-ink-2">{formatInstant((points.occurredAt[row] ?? 0) * 1000)}</span>}
                  <span className="block text-xs text-ink-2">{labelOf(from)} <ArrowRight size={12} aria-label="→" className="inline" /> {labelOf(to)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {shown < moved.length ? <Button size="small" className="mt-2" onClick={() => setShown(shown + STEP)}>{rules.more}</Button> : null}
    </Section>
  );
}
