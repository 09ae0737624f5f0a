import Flatbush from 'flatbush';
import type { ScopeArc } from '../method';

/** Ends of lines of one border this close are one run of the border: what lies between is a sliver. Metres. */
const JOINED_METRES = 30;

/** Lines of one border that follow each other without a gap worth speaking of. */
export interface ArcRun {
  /** Place in the arcs that the index was built from. */
  readonly arc: number;
  /** Metres from the arc's begin over its lines; gaps between lines have no length. */
  readonly fromMetres: number;
  readonly toMetres: number;
}

/** Borders cut into straight pieces that can be looked up by place. */
export interface ArcIndex {
  readonly arcs: readonly ScopeArc[];
  readonly runs: readonly ArcRun[];
  readonly tree: Flatbush | null;
  /** Four numbers a piece: its ends in metres of the plane. */
  readonly ends: Float64Array;
  /** Pieces of arc k: from `starts[k]` up to `starts[k + 1]`. */
  readonly starts: Int32Array;
  /** Of each piece: its arc, its run, where along the arc it begins, its length. Metres of the plane. */
  readonly arcOf: Int32Array;
  readonly runOf: Int32Array;
  readonly begins: Float64Array;
  readonly lengths: Float64Array;
}

/** Cuts borders into pieces and indexes them. Limits: pieces without a length are left out; no piece gives no tree. */
export function buildArcIndex(arcs: readonly ScopeArc[]): ArcIndex {
  const ends: number[] = [];
  const [arcOf, runOf, begins, lengths]: [number[], number[], number[], number[]] = [[], [], [], []];
  const starts: number[] = [];
  const runs: { arc: number; fromMetres: number; toMetres: number }[] = [];
  arcs.forEach(({ lines }, arc) => {
    let along = 0;
    starts.push(arcOf.length);
    let last: readonly [number, number] | undefined;
    for (const line of lines) {
      const [first] = line;
      if (first === undefined) continue;
      if (last === undefined || Math.hypot(first[0] - last[0], first[1] - last[1]) > JOINED_METRES) runs.push({ arc, fromMetres: along, toMetres: along });
      for (let i = 1; i < line.length; i++) {
        const [[x1, y1], [x2, y2]] = [line[i - 1]!, line[i]!];
        const length = Math.hypot(x2 - x1, y2 - y1);
        if (length === 0) continue;
        ends.push(x1, y1, x2, y2);
        arcOf.push(arc);
        runOf.push(runs.length - 1);
        begins.push(along);
        lengths.push(length);
        along += length;
      }
      runs.at(-1)!.toMetres = along;
      last = line.at(-1);
    }
  });
  return {
    arcs, runs, tree: buildTree(ends), ends: Float64Array.from(ends), starts: Int32Array.from([...starts, arcOf.length]),
    arcOf: Int32Array.from(arcOf), runOf: Int32Array.from(runOf), begins: Float64Array.from(begins), lengths: Float64Array.from(lengths),
  };
}

function buildTree(ends: readonly number[]): Flatbush | null {
  if (ends.length === 0) return null;
  const tree = new Flatbush(ends.length / 4, 16, Float64Array);
  for (let k = 0; k < ends.length; k += 4) {
    tree.add(Math.min(ends[k]!, ends[k + 2]!), Math.min(ends[k + 1]!, ends[k + 3]!), Math.max(ends[k]!, ends[k + 2]!), Math.max(ends[k + 1]!, ends[k + 3]!));
  }
  tree.finish();
  return tree;
}
