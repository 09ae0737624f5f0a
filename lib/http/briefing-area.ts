import { readProvinceName } from '../db/briefing-data';
import { readAnalysisZones } from '../db/analysis-data';
import type { DatabaseClient } from '../db/clients';
import type { ScopeArea } from '../domain/analysis';
import { getBriefingTexts } from '../messages/briefing/present-slide';
import type { EditionBook, RuleBook } from '../rules/rule-book';

/** The name of an area as it stands on a briefing: of the cluster, the province, the zone, or its wards. With the server's rights. */
export async function nameArea(service: DatabaseClient, area: ScopeArea, { clusters }: Pick<RuleBook, 'clusters'>, { edition, names }: EditionBook, knownAt?: string): Promise<string> {
  switch (area.kind) {
    case 'cluster': return clusters.find(({ id }) => id === area.id)?.name ?? area.id;
    case 'province': return readProvinceName(service, edition.id, area.provinceCode);
    case 'wards': return getBriefingTexts('vi').wards(area.codes.length, names.get(area.codes[0] ?? '') ?? '');
    case 'zone': return (await readAnalysisZones(service, edition.id, [], [area.id], knownAt)).find(({ id }) => id === area.id)?.name ?? area.id;
    default: return area satisfies never;
  }
}
