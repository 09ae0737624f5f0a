import type { AnalysisRunDetail } from '@/lib/domain/analysis';
import type { Finding } from '@/lib/domain/analysis-result';
import type { NewZone } from '@/lib/domain/zone';

const LONGEST_NAME = 120;
const LONGEST_EVIDENCE = 4_000;

interface ZoneOfFinding {
  readonly id: string;
  readonly run: Pick<AnalysisRunDetail, 'id' | 'scope'>;
  readonly finding: Finding;
  readonly name: string;
  readonly evidence: readonly string[];
}

/** The body that makes a draft zone of a finding: in force from the last day that was looked at. */
export function buildZoneOfFinding({ id, run, finding, name, evidence }: ZoneOfFinding): Pick<NewZone, 'id' | 'name' | 'kind' | 'status' | 'geometry' | 'editionId' | 'validFrom' | 'validTo' | 'evidence' | 'origin'> {
  const clear = (text: string, longest: number): string => text.normalize('NFC').slice(0, longest).toWellFormed().trim();
  return {
    id, name: clear(name, LONGEST_NAME), kind: 'hotspot', status: 'draft',
    geometry: finding.geometry as NewZone['geometry'], editionId: run.scope.editionId, validFrom: run.scope.to, validTo: null,
    evidence: clear(evidence.join('\n'), LONGEST_EVIDENCE), origin: { kind: 'finding', run: run.id, finding: finding.id },
  };
}
