import { z } from 'zod';
import { isInForce, type Day } from '../../domain/instant';
import { UsageError } from '../usage-error';
import type { RunningServer } from './running-server';

type Position = readonly [number, number];

/** The border between two wards, as lines. */
export interface Border {
  readonly wards: readonly [string, string];
  readonly lengthMetres: number;
  readonly lines: readonly (readonly Position[])[];
}

/** A focus area as a circle to draw places in, with the wards of its cluster. */
export interface FocusPlace {
  readonly name: string;
  readonly centre: Position;
  readonly radiusMetres: number;
  readonly wards: readonly string[];
}

/** Where incidents can be drawn, and whom the account may name as having detected them. */
export interface Ground {
  /** Borders between members of a cluster in force. */
  readonly bound: readonly Border[];
  /** Every border of the edition. */
  readonly borders: readonly Border[];
  readonly focusPlaces: readonly FocusPlace[];
  /** Null: whichever ward it is. */
  readonly ownWards: readonly string[] | null;
}

const day = z.string();
const period = z.object({ from: day.nullable(), to: day.nullable() });
const position = z.tuple([z.number(), z.number()]);
const editionsSchema = z.object({ editions: z.array(z.object({ id: z.string(), effectiveFrom: day, effectiveTo: day.nullable() })) });
const arcsSchema = z.object({
  features: z.array(z.object({
    properties: z.object({ wardA: z.string(), wardB: z.string(), lengthMetres: z.number() }),
    geometry: z.object({ coordinates: z.array(z.array(position)) }),
  })),
});
const shapeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), centre: position, radiusMetres: z.number() }),
  z.object({ kind: z.literal('polygon'), coordinates: z.array(z.array(position)) }),
]);
const clustersSchema = z.object({
  clusters: z.array(z.object({
    editionId: z.string(), termFrom: day, termTo: day.nullable(),
    members: z.array(period.extend({ wardCode: z.string() })),
    focusAreas: z.array(period.extend({ name: z.string(), shape: shapeSchema })),
  })),
});
const meSchema = z.object({ role: z.string(), wards: z.array(z.object({ editionId: z.string(), code: z.string() })) });

/** Metres a degree of latitude is long; a demonstration needs no better. */
export const METRES_A_DEGREE = 111_000;

function toCircle(shape: z.output<typeof shapeSchema>): { readonly centre: Position; readonly radiusMetres: number } {
  if (shape.kind === 'circle') return shape;
  const ring = shape.coordinates[0] ?? [];
  const mean = (place: 0 | 1): number => ring.reduce((sum, one) => sum + one[place], 0) / Math.max(1, ring.length);
  return { centre: [mean(0), mean(1)], radiusMetres: 60 };
}

/** Asks the server what is in force on a day: the edition's borders, the clusters' members and focus areas, and who asks. */
export async function readGround(server: RunningServer, today: Day): Promise<Ground> {
  const me = await server.read('/api/me', meSchema);
  if (me.role === 'viewer') throw new UsageError('this account only looks on; see --account');
  const { editions } = await server.read('/api/editions', editionsSchema);
  const edition = editions.find(({ effectiveFrom, effectiveTo }) => isInForce({ from: effectiveFrom, to: effectiveTo }, today));
  if (edition === undefined) throw new UsageError(`no boundary edition of that server covers ${today}`);
  const [arcs, { clusters }] = await Promise.all([server.read(`/api/editions/${edition.id}/arcs`, arcsSchema), server.read('/api/clusters', clustersSchema)]);
  const inForce = clusters
    .filter(({ editionId, termFrom, termTo }) => editionId === edition.id && isInForce({ from: termFrom, to: termTo }, today))
    .map(({ members, focusAreas }) => ({ focusAreas, wards: members.filter((one) => isInForce(one, today)).map(({ wardCode }) => wardCode) }));
  const borders = arcs.features.map(({ properties, geometry }): Border => ({
    wards: [properties.wardA, properties.wardB], lengthMetres: properties.lengthMetres, lines: geometry.coordinates.filter((line) => line.length > 1),
  })).filter(({ lines }) => lines.length > 0);
  if (borders.length === 0) throw new UsageError('the boundary edition in force has no borders to draw incidents along');
  return {
    borders,
    bound: borders.filter(({ wards: [a, b] }) => inForce.some(({ wards }) => wards.includes(a) && wards.includes(b))),
    focusPlaces: inForce.flatMap(({ focusAreas, wards }) =>
      focusAreas.filter((one) => isInForce(one, today)).map(({ name, shape }) => ({ name, wards, ...toCircle(shape) }))),
    ownWards: me.role === 'officer' ? me.wards.filter(({ editionId }) => editionId === edition.id).map(({ code }) => code) : null,
  };
}
