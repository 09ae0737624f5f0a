'use client';

import type { ScopeArea } from '@/lib/domain/analysis';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';
import { listProvinces, type Areas } from './area-of-scope';
import { WardChooser } from './ward-chooser';

interface AreaFieldProps {
  readonly area: ScopeArea | null;
  /** The kind that is being chosen, also before anything of it is. */
  readonly kind: ScopeArea['kind'];
  readonly areas: Areas;
  readonly onKind: (kind: ScopeArea['kind']) => void;
  readonly onChange: (area: ScopeArea | null) => void;
}

const KINDS = ['cluster', 'wards', 'province', 'zone'] as const;

/** The union that is looked at: a cluster, wards by name, a province, or a zone. */
export function AreaField({ area, kind, areas, onKind, onChange }: AreaFieldProps) {
  const { messages } = usePreferences();
  const { scope } = messages.analysis;
  const select = (options: readonly { readonly id: string; readonly name: string }[], value: string, make: (id: string) => ScopeArea) => (
    <select aria-label={scope.areaKinds[kind]} className="control" value={value} onChange={(event) => onChange(event.target.value === '' ? null : make(event.target.value))} data-testid={`scope-${kind}`}>
      <option value="">{scope.choose}</option>
      {options.map(({ id, name }) => <option key={id} value={id}>{name.normalize('NFC')}</option>)}
    </select>
  );
  const note = (text: string) => <p className="text-xs text-ink-3">{text}</p>;
  const choose = () => {
    switch (kind) {
      case 'cluster':
        return areas.clusters.length === 0 ? note(scope.noClusters) : select(areas.clusters, area?.kind === 'cluster' ? area.id : '', (id) => ({ kind: 'cluster', id }));
      case 'zone':
        return areas.zones.length === 0 ? note(scope.noZones) : select(areas.zones, area?.kind === 'zone' ? area.id : '', (id) => ({ kind: 'zone', id }));
      case 'province':
        return select(listProvinces(areas.wards).map(({ code, name }) => ({ id: code, name })), area?.kind === 'province' ? area.provinceCode : '', (provinceCode) => ({ kind: 'province', provinceCode }));
      case 'wards': {
        const codes = area?.kind === 'wards' ? area.codes : [];
        return <>{codes.length === 0 ? note(scope.noWards) : null}<WardChooser wards={areas.wards} chosen={codes} onChange={(next) => onChange(next.length === 0 ? null : { kind: 'wards', codes: [...next] })} testId="scope-wards" /></>;
      }
      default:
        return kind satisfies never;
    }
  };
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="eyebrow mb-1">{scope.area}</legend>
      <Segmented label={scope.area} value={kind} options={KINDS.map((value) => ({ value, label: scope.areaKinds[value] }))} onChange={onKind} />
      {choose()}
      <p className="text-xs text-ink-3">{scope.union}</p>
    </fieldset>
  );
}
