/** A list of pairs of small whole numbers, growing as needed. */
export class PairList {
  keys: Int32Array;
  values: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.keys = new Int32Array(Math.max(capacity, 16));
    this.values = new Int32Array(Math.max(capacity, 16));
  }

  push(key: number, value: number): void {
    if (this.length === this.keys.length) this.grow();
    this.keys[this.length] = key;
    this.values[this.length++] = value;
  }

  private grow(): void {
    const keys = new Int32Array(this.keys.length * 2);
    const values = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    values.set(this.values);
    this.keys = keys;
    this.values = values;
  }
}

/** Values grouped by key: those of key k are `values[starts[k]]` up to, not including, `values[starts[k + 1]]`. */
export interface Groups {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Groups pairs by `slotOf[key]` (or by key itself), keeping the order of the list inside each group. */
export function groupPairs(pairs: PairList, groupCount: number, slotOf?: Int32Array): Groups {
  const slots = slotOf === undefined ? pairs.keys : translate(pairs, slotOf);
  const starts = new Int32Array(groupCount + 1);
  for (let i = 0; i < pairs.length; i++) starts[(slots[i] as number) + 1]!++;
  for (let k = 0; k < groupCount; k++) starts[k + 1]! += starts[k] as number;

  const next = starts.slice(0, groupCount);
  const values = new Int32Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    values[next[slots[i] as number]!++] = pairs.values[i] as number;
  }
  return { starts, values };
}

function translate(pairs: PairList, slotOf: Int32Array): Int32Array {
  const slots = new Int32Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) slots[i] = slotOf[pairs.keys[i] as number] as number;
  return slots;
}
