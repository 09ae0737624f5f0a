import type { vi } from './vi';

/** The shape of a dictionary: the keys of the Vietnamese one, any text, functions with the same parameters. */
type Texts<T> = {
  readonly [K in keyof T]: T[K] extends (...parameters: infer P) => string ? (...parameters: P) => string : T[K] extends string ? string : Texts<T[K]>;
};

/** All texts of the interface in one language. */
export type Messages = Texts<typeof vi>;
