import type { StyleValues } from './style-values';
import { clipLine, clipRing } from './clip-lines';
import type { PictureFrame } from './mercator';
import type { ProjectedFeature } from './projected-source';
import { linePath, pixel } from './svg-path';

/** What a picture's pixel ratio and least widths do to the pixels of a layer. */
export interface PixelScale {
  readonly ratio: number;
  readonly leastBorder: number;
  readonly leastText: number;
}

/** Pieces of a layer with the same attributes stand in one group. */
interface Run {
  readonly attributes: string;
  readonly paths: string[];
}

function addTo(runs: Run[], attributes: string, path: string): void {
  if (path === '') return;
  const last = runs.at(-1);
  if (last?.attributes === attributes) last.paths.push(path);
  else runs.push({ attributes, paths: [path] });
}

const opacityOf = (name: string, opacity: number): string => (opacity >= 0.999 ? '' : ` ${name}="${String(Math.round(opacity * 1_000) / 1_000)}"`);

/** Filled areas; every area is a path of its own, so that holes stay holes and overlaps add up as on the live map. */
export function drawFill(values: StyleValues, features: readonly ProjectedFeature[], frame: PictureFrame): string {
  const runs: Run[] = [];
  for (const feature of values.sort(features)) {
    const { hex, alpha } = values.colour('fill-color', feature);
    const opacity = alpha * values.number('fill-opacity', feature);
    if (feature.type !== 3 || opacity <= 0) continue;
    for (const rings of feature.parts) addTo(runs, `fill="${hex}"${opacityOf('fill-opacity', opacity)}`, rings.map((ring) => linePath(clipRing(frame, ring, 8), true)).join(''));
  }
  return runs.map(({ attributes, paths }) => `<g ${attributes} fill-rule="evenodd">${paths.map((d) => `<path d="${d}"/>`).join('')}</g>`).join('');
}

/** Lines and outlines of areas; `isGround`: lines of the ground keep their width, those that say something are never thinner than asked. */
export function drawLine(values: StyleValues, features: readonly ProjectedFeature[], frame: PictureFrame, scale: PixelScale, isGround: boolean): string {
  const runs: Run[] = [];
  for (const feature of values.sort(features)) {
    if (feature.type === 1) continue;
    const { hex, alpha } = values.colour('line-color', feature);
    const opacity = alpha * values.number('line-opacity', feature);
    const raw = values.number('line-width', feature) * scale.ratio;
    const width = isGround ? raw : Math.max(raw, scale.leastBorder);
    if (opacity <= 0 || raw <= 0) continue;
    const dashes = values.numbers('line-dasharray', feature).map((one) => pixel(one * width)).join(' ');
    const attributes = `stroke="${hex}"${opacityOf('stroke-opacity', opacity)} stroke-width="${pixel(width)}"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}`;
    for (const lines of feature.parts) for (const line of lines) for (const run of clipLine(frame, line, width + 8)) addTo(runs, attributes, linePath(run));
  }
  if (runs.length === 0) return '';
  const join = values.text('line-join') === 'round' ? ' stroke-linejoin="round"' : '';
  const cap = values.text('line-cap') === 'round' ? ' stroke-linecap="round"' : '';
  const whole = opacityOf('opacity', values.number('line-layer-opacity'));
  return `<g fill="none"${join}${cap}${whole}>${runs.map(({ attributes, paths }) => `<path ${attributes} d="${paths.join('')}"/>`).join('')}</g>`;
}

/** Discs at points. */
export function drawCircle(values: StyleValues, features: readonly ProjectedFeature[], { scale, dx, dy, box }: PictureFrame, { ratio }: PixelScale): string {
  const discs: string[] = [];
  for (const feature of values.sort(features)) {
    if (feature.type !== 1) continue;
    const [fill, edge] = [values.colour('circle-color', feature), values.colour('circle-stroke-color', feature)];
    const edgeWidth = values.number('circle-stroke-width', feature) * ratio;
    const radius = values.number('circle-radius', feature) * ratio + edgeWidth / 2;
    const attributes = `${fill.alpha <= 0 ? 'fill="none"' : `fill="${fill.hex}"${opacityOf('fill-opacity', fill.alpha * values.number('circle-opacity', feature))}`}${edgeWidth > 0 ? ` stroke="${edge.hex}"${opacityOf('stroke-opacity', edge.alpha)} stroke-width="${pixel(edgeWidth)}"` : ''}`;
    for (const [point] of feature.parts) {
      if (point === undefined) continue;
      const [x, y] = [point.west * scale + dx, point.north * scale + dy];
      if (x < box.x - radius || y < box.y - radius || x > box.x + box.width + radius || y > box.y + box.height + radius) continue;
      discs.push(`<circle cx="${pixel(x)}" cy="${pixel(y)}" r="${pixel(radius)}" ${attributes}/>`);
    }
  }
  return discs.join('');
}
