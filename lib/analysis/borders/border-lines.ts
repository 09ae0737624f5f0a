import type { MultiLineString } from 'geojson';
import type { MetricPlane } from '../../geo/transverse-mercator';
import { toPositions } from '../plane/finding-shapes';
import type { PlaneLine } from '../method';
import { simplifyLine } from '../plane/simplify-ring';

/** How far the drawn line of a border may lie beside the true one, in metres; far less than a screen shows of a city. */
const DRAWN_METRES = 3;

/** A border as it is drawn, in degrees; null where nothing of it is long enough to be seen. */
export function drawBorder(plane: MetricPlane, lines: readonly PlaneLine[]): MultiLineString | null {
  const coordinates = lines.map((line) => toPositions(plane, simplifyLine(line, DRAWN_METRES))).filter(({ length }) => length > 1);
  return coordinates.length === 0 ? null : { type: 'MultiLineString', coordinates };
}
