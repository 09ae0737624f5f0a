/**
 * Solves A·x = b by elimination with the largest pivot; A row by row. Overwrites both.
 *
 * @throws RangeError when A is singular
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(matrix[row * n + column]!) > Math.abs(matrix[pivot * n + column]!)) pivot = row;
    const top = matrix[pivot * n + column]!;
    if (!(Math.abs(top) > 0)) throw new RangeError(`the equations have no single answer (column ${String(column)})`);
    if (pivot !== column) swapRows(matrix, right, pivot, column);
    for (let row = column + 1; row < n; row++) {
      const factor = matrix[row * n + column]! / top;
      if (factor === 0) continue;
      for (let j = column + 1; j < n; j++) matrix[row * n + j]! -= factor * matrix[column * n + j]!;
      right[row]! -= factor * right[column]!;
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = right[row]!;
    for (let j = row + 1; j < n; j++) sum -= matrix[row * n + j]! * right[j]!;
    right[row] = sum / matrix[row * n + row]!;
  }
  return right;
}

function swapRows(matrix: Float64Array, right: Float64Array, a: number, b: number): void {
  const n = right.length;
  for (let j = 0; j < n; j++) [matrix[a * n + j], matrix[b * n + j]] = [matrix[b * n + j]!, matrix[a * n + j]!];
  [right[a], right[b]] = [right[b]!, right[a]!];
}
