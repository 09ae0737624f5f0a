import { describe, expect, it } from 'vitest';
import { formatUncertainTimes } from '../../../data/tools/generate-uncertain-times';
import { findSpanFault } from '../../../lib/domain/incident';
import { DATA_FOLDER, readRows, readText } from './data-files';

describe('the incidents of which only a span of time is known', () => {
  it('are made again, byte for byte', () => {
    expect(formatUncertainTimes(DATA_FOLDER)).toBe(readText('demo/uncertain-times.csv'));
  });

  it('are thefts that residents reported, begun hours before they were found out, found out before they were reported', () => {
    const incidents = new Map(readRows('demo/incidents.csv').map((row) => [row.id, row]));
    const spans = readRows('demo/uncertain-times.csv');
    expect(spans.length).toBeGreaterThan(150);
    for (const { id, occurredUntil } of spans) {
      const incident = incidents.get(id);
      expect(incident, id).toMatchObject({ category: 'theft', source: 'resident', detectedBy: '' });
      expect(findSpanFault(String(incident?.occurredAt), String(occurredUntil))).toBeNull();
      expect(Date.parse(String(occurredUntil)) - Date.parse(String(incident?.occurredAt))).toBeGreaterThan(2 * 3_600_000);
      expect(Date.parse(String(occurredUntil))).toBeLessThan(Date.parse(String(incident?.reportedAt)));
    }
  });
});
