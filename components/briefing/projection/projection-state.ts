import { EXPORT_THEMES, type ExportTheme } from '@/lib/domain/export-file';
import type { Command } from './read-key';

/** Which slide is on the wall and how; every window of a briefing shows the same. */
export interface ProjectionState {
  readonly index: number;
  /** 0 = the picture of the slide; from 1 on the numbers behind its charts, then its tables. */
  readonly face: number;
  readonly isBlack: boolean;
  readonly theme: ExportTheme;
  readonly isLooping: boolean;
  /** Seconds that each slide stays while it loops. */
  readonly everySeconds: number;
}

/** A state of one window besides: a number that is being typed, the help. */
export interface WindowState extends ProjectionState {
  readonly typed: string;
  readonly isHelpOpen: boolean;
  /** Counts the moves, so that a progress line and a timer start anew with each. */
  readonly turn: number;
}

/** What can be asked of a projection: a key's command, a slide by its place, or what another window shows. */
export type Move =
  | Exclude<Command, { readonly kind: 'full_screen' | 'presenter' }>
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'wrap' }
  | { readonly kind: 'type_end' }
  | { readonly kind: 'follow'; readonly state: ProjectionState };

export const SECONDS = { usual: 20, shortest: 5, longest: 600, step: 5 } as const;
/** Longest number that is typed: a deck holds at most 60 slides. */
const MOST_DIGITS = 2;

export const START: WindowState = { index: 0, face: 0, isBlack: false, theme: 'light', isLooping: false, everySeconds: SECONDS.usual, typed: '', isHelpOpen: false, turn: 0 };

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Shows a slide by its place, in bounds; leaves the black screen, as presenter programs do. */
const goTo = (state: WindowState, index: number, count: number): WindowState =>
  ({ ...state, index: clamp(index, 0, Math.max(0, count - 1)), face: 0, isBlack: false, typed: '', turn: state.turn + 1 });

/** Escape closes one thing after another; with nothing to close it is left to the caller (`isAtRest`). */
function escape(state: WindowState): WindowState {
  if (state.isHelpOpen) return { ...state, isHelpOpen: false };
  if (state.typed !== '') return { ...state, typed: '' };
  if (state.isBlack) return { ...state, isBlack: false };
  return state.face > 0 ? { ...state, face: 0 } : state;
}

/** Whether Escape has nothing to close here, so that it leaves the projection. */
export const isAtRest = (state: WindowState): boolean => escape(state) === state;

function enter(state: WindowState, count: number): WindowState {
  if (state.typed === '') return goTo(state, state.index + 1, count);
  const wanted = Number(state.typed);
  return wanted >= 1 && wanted <= count ? goTo(state, wanted - 1, count) : { ...state, typed: '' };
}

const pace = (state: WindowState, bySeconds: number): WindowState => ({ ...state, everySeconds: clamp(state.everySeconds + bySeconds, SECONDS.shortest, SECONDS.longest) });

/** The state after a move in a deck of `count` shown slides; `faces` of the slide on the wall, at least 1. */
export function reduceProjection(state: WindowState, move: Move, count: number, faces: number): WindowState {
  switch (move.kind) {
    case 'next': return goTo(state, state.index + 1, count);
    case 'previous': return goTo(state, state.index - 1, count);
    case 'first': return goTo(state, 0, count);
    case 'last': return goTo(state, count - 1, count);
    case 'go': return goTo(state, move.index, count);
    case 'wrap': return { ...goTo(state, count === 0 ? 0 : (state.index + 1) % count, count), isBlack: state.isBlack, typed: state.typed };
    case 'digit': return { ...state, typed: `${state.typed}${String(move.digit)}`.replace(/^0+/, '').slice(-MOST_DIGITS) };
    case 'type_end': return { ...state, typed: '' };
    case 'enter': return enter(state, count);
    case 'black': return { ...state, isBlack: !state.isBlack };
    case 'loop': return { ...state, isLooping: !state.isLooping, turn: state.turn + 1 };
    case 'slower': return pace(state, SECONDS.step);
    case 'faster': return pace(state, -SECONDS.step);
    case 'theme': return { ...state, theme: EXPORT_THEMES[(EXPORT_THEMES.indexOf(state.theme) + 1) % EXPORT_THEMES.length] ?? 'light' };
    case 'numbers': return { ...state, face: (state.face + 1) % Math.max(1, faces) };
    case 'help': return { ...state, isHelpOpen: !state.isHelpOpen };
    case 'escape': return escape(state);
    case 'follow': return { ...state, ...move.state, index: clamp(move.state.index, 0, Math.max(0, count - 1)), turn: state.turn + 1 };
    default: return move satisfies never;
  }
}

/** What other windows must know of a state. */
export const sharedPart = ({ index, face, isBlack, theme, isLooping, everySeconds }: WindowState): ProjectionState => ({ index, face, isBlack, theme, isLooping, everySeconds });

/** The state an address asks for: `slide=3&theme=projector&loop=20`; what makes no sense is the usual. */
export function readProjection(search: URLSearchParams, theme: ExportTheme): WindowState {
  const number = (name: string): number | null => (/^\d{1,3}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : null);
  const loop = number('loop');
  return {
    ...START, index: Math.max(0, (number('slide') ?? 1) - 1), theme: EXPORT_THEMES.find((one) => one === search.get('theme')) ?? theme,
    isLooping: loop !== null, everySeconds: clamp(loop ?? SECONDS.usual, SECONDS.shortest, SECONDS.longest),
  };
}

/** The address's query of a state. */
export function writeProjection({ index, theme, isLooping, everySeconds }: ProjectionState): string {
  return new URLSearchParams({ slide: String(index + 1), theme, ...(isLooping ? { loop: String(everySeconds) } : {}) }).toString();
}
