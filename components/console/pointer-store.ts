/** A position under the pointer that changes far more often than the page may be drawn. */
export interface PointerStore {
  readonly get: () => readonly [number, number] | null;
  readonly set: (position: readonly [number, number] | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store read only by the few components that follow the pointer. */
export function createPointerStore(): PointerStore {
  let position: readonly [number, number] | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => position,
    set: (next) => {
      position = next;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
