'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { MAP_COLOURS } from '@/lib/layers/map-colours';
import type { Corner, CornerRef } from '@/lib/view/zone-rings';
import { usePreferences } from '@/components/ui/preferences';
import type { DrawRefusal, DrawSteps, DrawTool, DrawToolOptions } from './draw-tool';
import type { DrawnKind, DrawnShape, DrawnUse } from './drawn-shape';
import type { MapController } from './map-controller';

export interface Drawing {
  readonly shape: DrawnShape | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether a shape is being drawn with the pointer. */
  readonly isDrawing: boolean;
  /** The corner of an area that was chosen. */
  readonly corner: CornerRef | null;
  /** The line drawn to cut the area. */
  readonly cut: readonly Corner[] | null;
  /** Why the latest step could not be taken. */
  readonly refused: DrawRefusal | null;
  /** Hands over the map once it is drawn. */
  readonly onMapReady: (controller: MapController) => void;
  /** Begins to draw with the pointer: anew, or as a part, a hole or a cut of the area. */
  readonly begin: (kind: DrawnKind, use?: DrawnUse) => void;
  /** Leaves a drawing that was begun; the shape stays as it was. */
  readonly cancel: () => void;
  /** Sets the shape from numbers. */
  readonly put: (shape: DrawnShape | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly chooseCorner: (corner: CornerRef | null) => void;
  readonly deleteCorner: () => void;
}

interface History {
  readonly shapes: readonly (DrawnShape | null)[];
  readonly at: number;
}

const MAX_HISTORY = 50;
const IDLE: DrawSteps = { drawing: false, canUndo: false, canRedo: false };
const noSnap: DrawToolOptions['snap'] = () => null;

/** A new step: what was taken back before it is gone. */
const pushStep = ({ shapes, at }: History, next: DrawnShape | null): History => {
  const kept = [...shapes.slice(0, at + 1), next].slice(-MAX_HISTORY);
  return { shapes: kept, at: kept.length - 1 };
};

/** A shape drawn on a map or typed as numbers, with undo and redo over both; `area` allows several parts and holes. */
export function useDrawTool(initial: DrawnShape | null, snap: DrawToolOptions['snap'] = noSnap, area = false): Drawing {
  const { theme } = usePreferences();
  const [history, setHistory] = useState<History>({ shapes: [initial], at: 0 });
  const [steps, setSteps] = useState(IDLE);
  const [corner, setCorner] = useState<CornerRef | null>(null);
  const [cut, setCut] = useState<readonly Corner[] | null>(null);
  const [refused, setRefused] = useState<DrawRefusal | null>(null);
  const tool = useRef<DrawTool | null>(null);
  const controllerRef = useRef<MapController | null>(null);
  const latestSnap = useRef(snap);
  const latest = useRef(history);
  const shape = history.shapes[history.at] ?? null;
  useEffect(() => {
    latestSnap.current = snap;
    latest.current = history;
  });

  const push = useCallback((next: DrawnShape | null) => {
    setRefused(null);
    setHistory((before) => pushStep(before, next));
  }, []);
  const open = useCallback(() => {
    tool.current?.destroy();
    const { selection, halo } = MAP_COLOURS[theme];
    tool.current = controllerRef.current?.openDrawTool({
      colours: { line: selection as `#${string}`, point: halo.startsWith('#') ? (halo as `#${string}`) : '#ffffff' }, area,
      snap: (position) => latestSnap.current(position), onChange: push, onCorner: setCorner, onCut: setCut, onRefused: setRefused, onSteps: setSteps,
    }) ?? null;
    const { shapes, at } = latest.current;
    const shown = shapes[at] ?? null;
    if (shown !== null) tool.current?.show(shown);
  }, [theme, push, area]);

  const onMapReady = useCallback((controller: MapController) => {
    controllerRef.current = controller;
    open();
  }, [open]);
  useEffect(() => { if (controllerRef.current !== null) open(); }, [open]);
  useEffect(() => () => {
    // The map is gone by then or goes with it; the tool must not touch it again.
    tool.current = null;
    controllerRef.current = null;
  }, []);

  const put = useCallback((next: DrawnShape | null) => {
    push(next);
    tool.current?.show(next);
  }, [push]);
  const step = useCallback((by: 1 | -1) => {
    if (by < 0 ? tool.current?.undoCorner() === true : tool.current?.redoCorner() === true) return;
    const { shapes, at } = latest.current;
    const to = at + by;
    if (to < 0 || to >= shapes.length) return;
    setRefused(null);
    setHistory((before) => ({ ...before, at: to }));
    tool.current?.show(shapes[to] ?? null);
  }, []);
  const begin = useCallback((kind: DrawnKind, use?: DrawnUse) => {
    setRefused(null);
    setCut(null);
    tool.current?.begin(kind, use);
  }, []);
  const cancel = useCallback(() => {
    const { shapes, at } = latest.current;
    setCut(null);
    tool.current?.show(shapes[at] ?? null);
  }, []);
  const undo = useCallback(() => step(-1), [step]);
  const redo = useCallback(() => step(1), [step]);
  const chooseCorner = useCallback((next: CornerRef | null) => tool.current?.chooseCorner(next), []);
  const deleteCorner = useCallback(() => tool.current?.deleteCorner(), []);
  return {
    shape, corner, cut, refused, isDrawing: steps.drawing, canUndo: history.at > 0 || steps.canUndo, canRedo: history.at < history.shapes.length - 1 || steps.canRedo,
    onMapReady, begin, cancel, put, undo, redo, chooseCorner, deleteCorner,
  };
}
