import { clipLine, type PixelLine } from './clip-lines';
import { fontOf, textSizeOf, type PlacedSymbol, type PlacedText, type SymbolSetting } from './place-symbols';
import type { Box } from './map-picture';
import type { ProjectedFeature } from './projected-source';
import { breakText } from './text-block';

/** A line bends no more than this within a name, in ems off the straight line between its ends. */
const MOST_BEND_EMS = 0.32;

/** Lines with the same name, joined where one ends in the picture pixel in which the next begins. */
function joinLines(lines: readonly PixelLine[]): number[][] {
  const keyOf = (x: number, y: number): string => `${String(Math.round(x))}/${String(Math.round(y))}`;
  const joined: number[][] = lines.map((line) => [...line]);
  const startAt = new Map<string, number[]>();
  for (const line of joined) startAt.set(keyOf(line[0] ?? 0, line[1] ?? 0), line);
  const taken = new Set<number[]>();
  for (const line of joined) {
    if (taken.has(line)) continue;
    for (let next = startAt.get(keyOf(line.at(-2) ?? 0, line.at(-1) ?? 0)); next !== undefined && next !== line && !taken.has(next); next = startAt.get(keyOf(line.at(-2) ?? 0, line.at(-1) ?? 0))) {
      taken.add(next);
      line.push(...next.slice(2));
    }
  }
  return joined.filter((line) => !taken.has(line));
}

/** Distances along a line at each of its vertices. */
function measure(line: PixelLine): number[] {
  const along = [0];
  for (let i = 2; i < line.length; i += 2) along.push((along.at(-1) ?? 0) + Math.hypot((line[i] ?? 0) - (line[i - 2] ?? 0), (line[i + 1] ?? 0) - (line[i - 1] ?? 0)));
  return along;
}

function pointAt(line: PixelLine, along: readonly number[], distance: number): readonly [number, number] {
  const next = Math.max(1, along.findIndex((one) => one >= distance));
  const [from, to] = [along[next - 1] ?? 0, along[next] ?? 0];
  const share = to === from ? 0 : (distance - from) / (to - from);
  const [ax, ay, bx, by] = [line[2 * next - 2] ?? 0, line[2 * next - 1] ?? 0, line[2 * next] ?? 0, line[2 * next + 1] ?? 0];
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}

/** Whether a line stays near the straight line between two of its places. */
function isStraight(line: PixelLine, along: readonly number[], from: number, to: number, most: number): boolean {
  const [ax, ay] = pointAt(line, along, from);
  const [bx, by] = pointAt(line, along, to);
  const length = Math.hypot(bx - ax, by - ay);
  if (length < (to - from) * 0.94) return false;
  return along.every((at, i) => at <= from || at >= to || Math.abs(((line[2 * i] ?? 0) - ax) * (by - ay) - ((line[2 * i + 1] ?? 0) - ay) * (bx - ax)) / length <= most);
}

/** Boxes along a turned text, each as wide as it is high, so that it takes no more room than it needs. */
function boxesAlong({ x, y, block, size, degrees }: PlacedText): Box[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const count = Math.max(1, Math.ceil(block.width / size));
  return Array.from({ length: count }, (_, i) => {
    const at = ((i + 0.5) / count - 0.5) * block.width;
    return { x: x + at * cos - size * 0.6, y: y + at * sin - size * 0.6, width: size * 1.2, height: size * 1.2 };
  });
}

/** Names along lines: upright, where the line is straight enough, with a distance between two of the same name. */
export function placeLineNames({ values, frame, scale, room, signs }: SymbolSetting, features: readonly ProjectedFeature[]): PlacedSymbol[] {
  const byName = new Map<string, { readonly feature: ProjectedFeature; readonly lines: PixelLine[] }>();
  for (const feature of features) {
    const name = values.text('text-field', feature);
    if (name === '' || feature.type === 1) continue;
    const known = byName.get(name) ?? { feature, lines: [] };
    byName.set(name, known);
    for (const part of feature.parts) for (const line of part) known.lines.push(...clipLine(frame, line, 0));
  }
  const spacing = values.number('symbol-spacing') * scale.ratio;
  const font = fontOf(values);
  return [...byName].flatMap(([name, { feature, lines }]) => {
    const size = textSizeOf(values, scale, feature);
    const block = breakText(name, font, size, Infinity);
    const placed: PlacedSymbol[] = [];
    const middles: (readonly [number, number])[] = [];
    for (const line of joinLines(lines).sort((a, b) => b.length - a.length)) {
      const along = measure(line);
      const total = along.at(-1) ?? 0;
      for (let from = Math.max(0, (total - block.width) / 2) % (block.width / 2); from + block.width <= total; from += block.width / 4) {
        if (!isStraight(line, along, from, from + block.width, MOST_BEND_EMS * size)) continue;
        const [ax, ay] = pointAt(line, along, from);
        const [bx, by] = pointAt(line, along, from + block.width);
        const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
        if (middles.some(([mx, my]) => Math.hypot(mx - x, my - y) < spacing)) continue;
        const turn = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
        const text: PlacedText = { block, x, y, size, font, spacingEms: 0, degrees: turn > 90 ? turn - 180 : turn < -90 ? turn + 180 : turn };
        const boxes = boxesAlong(text);
        if (!boxes.every((box) => room.holds(box) && room.isFree(box) && signs.isFree(box))) continue;
        for (const box of boxes) room.take(box);
        middles.push([x, y]);
        placed.push({ feature, icon: null, text });
      }
    }
    return placed;
  });
}
