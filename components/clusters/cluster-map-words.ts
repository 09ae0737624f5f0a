import type { Cluster, FocusArea, WardName } from '@/lib/domain/boundary';
import { isInForce, type Day } from '@/lib/domain/instant';
import { formatCount, formatMetres, formatPosition } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';
import { findArcWidth, type ClusterAtDay } from '@/lib/view/in-force';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';

interface MapWords {
  readonly cluster: ClusterAtDay;
  readonly members: readonly WardName[];
  readonly arcs: readonly ArcFeature[];
  readonly openCount: number;
  readonly messages: Messages;
  readonly language: Language;
}

/** A focus area's shape in words. */
export function describeShape({ shape }: FocusArea, messages: Messages, language: Language): string {
  const { mapWords } = messages.clusters;
  if (shape.kind === 'circle') return mapWords.circle(formatMetres(shape.radiusMetres, language), formatPosition(shape.centre, language));
  return mapWords.polygon(formatCount(Math.max(0, (shape.coordinates[0]?.length ?? 1) - 1), language));
}

/** What the map of a cluster shows, as sentences: members, shared borders with their widths, focus areas, open incidents. */
export function describeClusterMap({ cluster, members, arcs, openCount, messages, language }: MapWords): string[] {
  const { mapWords } = messages.clusters;
  const names = new Map(members.map(({ code, name }) => [code, formatWardInSentence(name, language)]));
  const inner = arcs.filter(({ properties: { wardA, wardB } }) => cluster.memberCodes.includes(wardA) && cluster.memberCodes.includes(wardB));
  const borders = inner.map(({ properties: { wardA, wardB, lengthMetres } }) =>
    mapWords.arc(`${names.get(wardA) ?? wardA} – ${names.get(wardB) ?? wardB}`, formatMetres(lengthMetres, language), formatMetres(findArcWidth(cluster, wardA, wardB), language)));
  return [
    mapWords.members(cluster.memberCodes.map((code) => names.get(code) ?? code).join(', ')),
    ...(borders.length === 0 ? [mapWords.noArc] : borders),
    ...cluster.focusAreas.map((area) => mapWords.focus(area.name, describeShape(area, messages, language))),
    mapWords.open(formatCount(openCount, language)),
  ];
}

/** Focus areas that hold on a day or begin later, those in force first. */
export function listFocusAreas(cluster: Cluster, day: Day): readonly FocusArea[] {
  return [...cluster.focusAreas].filter(({ to }) => to === null || to >= day).sort((a, b) => Number(isInForce(b, day)) - Number(isInForce(a, day)));
}
