import type { BoundaryEdition } from '@/lib/domain/boundary';
import type { WardCollection } from '@/lib/layers/label-layers';
import { foldMarks, isNameMatch } from '@/lib/format/fold-marks';
import { formatShortWardName } from '@/lib/format/format-ward-name';
import type { ClusterAtDay } from '@/lib/view/in-force';

/** Something the reader can filter by, or, for a focus area, fly to. `value` is the ward's `editionId/code`, else an id. */
export interface AreaOption {
  readonly kind: 'ward' | 'cluster' | 'focus';
  readonly value: string;
  readonly label: string;
  /** Where it lies, or what it is. */
  readonly hint: string;
}

/** Clusters first, then their focus areas, then the wards of an edition in Vietnamese order. */
export function buildAreaOptions(edition: BoundaryEdition, wards: WardCollection | null, clusters: readonly Pick<ClusterAtDay, 'id' | 'name' | 'focusAreas'>[]): AreaOption[] {
  const collator = new Intl.Collator('vi');
  const wardOptions = (wards?.features ?? []).map(({ properties }): AreaOption => ({
    kind: 'ward', value: `${edition.id}/${properties.code}`, label: properties.name.normalize('NFC'),
    hint: [properties.districtName, properties.provinceName].filter((part) => part !== null && part !== undefined).join(', '),
  }));
  const clusterOptions = clusters.map((cluster): AreaOption => ({ kind: 'cluster', value: cluster.id, label: cluster.name, hint: '' }));
  const focusOptions = clusters.flatMap(({ name, focusAreas }) =>
    focusAreas.map((area): AreaOption => ({ kind: 'focus', value: area.id, label: area.name.normalize('NFC'), hint: name })));
  return [...clusterOptions, ...focusOptions, ...wardOptions.sort((a, b) => collator.compare(a.label, b.label))];
}

/** Name of a ward given as `editionId/code`, from whichever edition is at hand; the code itself is never shown. */
export function nameWard(names: ReadonlyMap<string, string>, key: string): string {
  const name = names.get(key);
  return name === undefined ? '…' : formatShortWardName(name);
}

const KIND = /^(phuong|xa|dac khu|thi tran|cum( lien ket)?) /;

/** Options that match a query, those whose own name (without "Phường", "Cụm" …) begins with it first, then shorter names; else in the order given. */
export function rankOptions(options: readonly AreaOption[], query: string): AreaOption[] {
  const wanted = foldMarks(query);
  const matches = options.filter((option) => isNameMatch(option.label, query));
  if (wanted === '') return matches;
  const begins = (option: AreaOption): number => (foldMarks(option.label).replace(KIND, '').startsWith(wanted) ? 0 : 1);
  return matches.sort((a, b) => begins(a) - begins(b) || (begins(a) === 0 ? a.label.length - b.label.length : 0));
}
