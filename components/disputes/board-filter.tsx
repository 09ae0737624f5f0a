'use client';

import { useMemo } from 'react';
import { DISPUTE_RISKS, type DisputeRisk } from '@/lib/domain/dispute';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { useWards } from '@/components/data/use-reference';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import type { BoardView } from '@/lib/view/board-view';

interface BoardFilterProps {
  readonly view: BoardView;
  /** Null for an officer, who sees the own ward alone. */
  readonly editionId: string | null;
  readonly onChange: (view: BoardView) => void;
}

/** Narrows the board by ward and risk. */
export function BoardFilter({ view, editionId, onChange }: BoardFilterProps) {
  const { messages, language } = usePreferences();
  const { board, risks } = messages.disputes;
  const wards = useWards(editionId);
  const options = useMemo(() => {
    const collator = new Intl.Collator('vi');
    return wards.state !== 'ready' ? [] : wards.data.features.map(({ properties: { code, name } }) => ({ key: `${editionId ?? ''}/${code}`, name: formatWardInSentence(name, language) })).sort((a, b) => collator.compare(a.name, b.name));
  }, [wards, editionId, language]);
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2" data-testid="board-filter">
      {editionId === null ? null : (
        <div className="w-60">
          <Field label={board.ward}>
            {(props) => (
              <select {...props} className="control" value={view.ward ?? ''} onChange={(event) => onChange({ ...view, ward: event.target.value === '' ? null : event.target.value })} data-testid="board-ward">
                <option value="">{board.all}</option>
                {options.map(({ key, name }) => <option key={key} value={key}>{name}</option>)}
              </select>
            )}
          </Field>
        </div>
      )}
      <div>
        <span aria-hidden className="mb-1 block text-xs font-medium text-ink-2">{board.risk}</span>
        <Segmented<DisputeRisk | 'all'> label={board.risk} value={view.risk ?? 'all'} onChange={(risk) => onChange({ ...view, risk: risk === 'all' ? null : risk })} options={[{ value: 'all', label: board.all }, ...DISPUTE_RISKS.map((risk) => ({ value: risk, label: risks[risk] }))]} />
      </div>
    </div>
  );
}
