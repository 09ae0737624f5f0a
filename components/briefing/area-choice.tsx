'use client';

import { useState } from 'react';
import type { ScopeArea } from '@/lib/domain/analysis';
import { AreaField } from '@/components/analysis/area-field';
import type { Areas } from '@/components/analysis/area-of-scope';

interface AreaChoiceProps {
  readonly area: ScopeArea | null;
  readonly areas: Areas;
  readonly error: string | undefined;
  readonly onChange: (area: ScopeArea | null) => void;
}

/** The area of a briefing: a cluster, wards by name, a province, or a zone. */
export function AreaChoice({ area, areas, error, onChange }: AreaChoiceProps) {
  const [kind, setKind] = useState<ScopeArea['kind']>(area?.kind ?? 'cluster');
  return (
    <div>
      <AreaField area={area} kind={kind} areas={areas} onKind={(next) => { setKind(next); onChange(null); }} onChange={onChange} />
      {error === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{error}</p>}
    </div>
  );
}
