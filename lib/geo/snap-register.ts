import { shortDistanceMetres } from './ellipsoid';
import type { LngLat } from './types';

/** Squares of the search grid in degrees, some 3 m: wider than the tolerance of borders everywhere up to 70° of latitude. */
const SQUARE_DEGREES = 3e-5;

/**
 * Numbers positions, giving those within a tolerance of a position seen before its number.
 *
 * Limits: the tolerance must not exceed 1 m; which position a number stands for is the one that came first.
 */
export class SnapRegister {
  readonly positions: LngLat[] = [];
  private readonly numbersOfSquare = new Map<string, number[]>();

  constructor(private readonly toleranceMetres: number) {}

  /** The number of a position, a new one when none is near. */
  numberOf(position: LngLat): number {
    return this.findNear(position) ?? this.add(position);
  }

  private findNear(position: LngLat): number | undefined {
    const [column, row] = squareOf(position);
    for (const dx of [0, -1, 1]) {
      for (const dy of [0, -1, 1]) {
        for (const number of this.numbersOfSquare.get(`${column + dx},${row + dy}`) ?? []) {
          if (shortDistanceMetres(this.positions[number] as LngLat, position) <= this.toleranceMetres) return number;
        }
      }
    }
    return undefined;
  }

  private add(position: LngLat): number {
    const number = this.positions.push(position) - 1;
    const key = squareOf(position).join(',');
    const square = this.numbersOfSquare.get(key);
    if (square === undefined) this.numbersOfSquare.set(key, [number]);
    else square.push(number);
    return number;
  }
}

function squareOf([longitude, latitude]: LngLat): [column: number, row: number] {
  return [Math.floor(longitude / SQUARE_DEGREES), Math.floor(latitude / SQUARE_DEGREES)];
}
