type Kind = 'next' | 'previous' | 'first' | 'last' | 'black' | 'enter' | 'full_screen' | 'presenter' | 'loop' | 'theme' | 'numbers' | 'help' | 'escape' | 'faster' | 'slower';

/** What a key of a keyboard or a presenter remote asks for. */
export type Command = { readonly [K in Kind]: { readonly kind: K } }[Kind] | { readonly kind: 'digit'; readonly digit: number };

/** The part of a keyboard event that matters here. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Remotes send page keys, `.` or `b` for black, and F5 for their start button: it must not load the page anew in a meeting. */
const COMMANDS: Readonly<Record<string, Kind>> = {
  arrowright: 'next', arrowdown: 'next', pagedown: 'next', ' ': 'next', arrowleft: 'previous', arrowup: 'previous', pageup: 'previous', backspace: 'previous',
  home: 'first', end: 'last', b: 'black', '.': 'black', enter: 'enter', f: 'full_screen', f5: 'full_screen', p: 'presenter', l: 'loop', t: 'theme', s: 'numbers',
  '?': 'help', h: 'help', escape: 'escape', '+': 'slower', '=': 'slower', '-': 'faster',
};

/** The command of a key; null for one that means nothing here, and for the browser's own shortcuts. */
export function readKey({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (/^\d$/.test(key)) return { kind: 'digit', digit: Number(key) };
  const kind = COMMANDS[key.toLowerCase()];
  if (kind === undefined) return null;
  return kind === 'next' && key === ' ' && shiftKey ? { kind: 'previous' } : { kind };
}
