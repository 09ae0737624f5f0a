import type { Progress } from '../../stats/progress';
import { SAME_FINDING, summariseSensitivity, type SensitivityPanel, type Setting } from '../../stats/sensitivity-panel';
import type { AnalysisInput, PlaneRings, ScopePoints } from '../method';
import { borderZoneDistances } from './border-zone-distances';
import { detectHotspots, type Detection, type DetectionChoice } from './sensitivity-detect';
import type { SensitivityPlan, SizedSetting } from './sensitivity-settings';

/** A hotspot of the analyst's own setting, and under which others it was met again. */
export interface TestedHotspot {
  readonly members: readonly number[];
  readonly shape: readonly PlaneRings[];
  readonly panel: SensitivityPanel;
}

/** Hotspots that are followed through the settings: the strongest. */
const MOST_HOTSPOTS = 20;
/** A hotspot that has grown to more than so many times its incidents is another one: at wide settings a whole town is one. */
export const MOST_GROWTH = 5;

const select = (points: ScopePoints, kept: readonly number[]): ScopePoints => ({
  ...points, count: kept.length, xs: Float64Array.from(kept, (i) => points.xs[i]!), ys: Float64Array.from(kept, (i) => points.ys[i]!),
});

/** Which of some hotspots are met again: one group holds at least half of the incidents and is not far larger. */
export function listMetAgain(hotspots: readonly (readonly number[])[], groups: readonly (readonly number[])[], incidents: number): boolean[] {
  const labels = new Int32Array(incidents).fill(-1);
  groups.forEach((group, label) => { for (const i of group) labels[i] = label; });
  return hotspots.map((members) => {
    const held = new Map<number, number>();
    for (const i of members) if (labels[i]! >= 0) held.set(labels[i]!, (held.get(labels[i]!) ?? 0) + 1);
    return [...held].some(([label, count]) => count >= SAME_FINDING * members.length && groups[label]!.length <= MOST_GROWTH * members.length);
  });
}

/**
 * Follows the hotspots of the analyst's setting through all others; null when it was stopped.
 *
 * Limits: no hotspot gives []. With a zone width among the axes only incidents within it of a border are looked at.
 */
export function testHotspots(input: AnalysisInput, choice: DetectionChoice, plan: SensitivityPlan, progress: Progress): readonly TestedHotspot[] | null {
  const { points } = input;
  const shares = plan.base.zoneWidth === undefined ? null : borderZoneDistances(input, 2);
  const every = Array.from({ length: points.count }, (_, i) => i);
  const detect = (setting: SizedSetting, own: Progress): Detection | null => {
    const kept = shares === null ? every : every.filter((i) => shares[i]! <= (setting.zoneWidth ?? 1));
    const found = detectHotspots({ ...input, points: select(points, kept) }, choice, setting, own);
    return found === null ? null : { ...found, groups: found.groups.map((group) => group.map((i) => kept[i]!)) };
  };
  const first = detect(plan.base, () => progress(0));
  if (first === null) return null;
  const order = first.groups.map((_, group) => group).sort((a, b) => first.groups[b]!.length - first.groups[a]!.length || first.groups[a]![0]! - first.groups[b]![0]!).slice(0, MOST_HOTSPOTS);
  const hotspots = order.map((group) => first.groups[group]!);
  if (hotspots.length === 0) return [];
  const met: boolean[][] = [];
  for (const [at, setting] of plan.settings.entries()) {
    const found = detect(setting, () => progress(at / plan.settings.length));
    if (found === null || !progress((at + 1) / plan.settings.length)) return null;
    met.push(listMetAgain(hotspots, found.groups, points.count));
  }
  return order.map((group, place) => ({
    members: hotspots[place]!, shape: first.shapeOf(group),
    panel: summariseSensitivity(plan.settings.map((setting, at) => ({ setting: setting as Setting, survived: met[at]![place]! }))),
  }));
}
