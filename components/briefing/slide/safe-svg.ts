/** The part of a parsed document that is needed here, so that tests can bring another parser. */
export interface SvgElement {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly childNodes: ArrayLike<unknown>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
  removeChild: (child: never) => unknown;
  removeAttribute: (name: string) => void;
  setAttribute: (name: string, value: string) => void;
}

/** Reads a text as SVG; null when it is none. */
export type ParseSvg = (text: string) => { readonly root: SvgElement; readonly write: () => string } | null;

/** What a drawing is made of. Nothing that runs, loads or embeds is among it. */
const ELEMENTS = new Set([
  'svg', 'g', 'defs', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'clipPath', 'mask', 'pattern', 'symbol', 'use', 'marker',
  'linearGradient', 'radialGradient', 'stop', 'image',
]);
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** References stay within the drawing; a picture in it brings its own pixels. */
function isSafeReference(element: string, value: string): boolean {
  return value.startsWith('#') || (element === 'image' && /^data:image\/(png|jpeg|webp);base64,/.test(value));
}

const isSafeAttribute = (element: string, name: string, value: string): boolean => {
  if (/^on/i.test(name) || name === 'style' && /url\(|expression|@import/i.test(value.replace(/url\(['"]?#[^)]*\)/g, ''))) return false;
  if (name === 'href' || name === 'xlink:href') return isSafeReference(element, value);
  return !/url\(/i.test(value) || /^[^(]*url\(['"]?#[^)]*\)/.test(value);
};

/** Two drawings on one page must not take each other's patterns: every name in them gets a prefix. */
const withPrefix = (name: string, value: string, prefix: string): string => {
  if (name === 'id') return `${prefix}${value}`;
  if ((name === 'href' || name === 'xlink:href') && value.startsWith('#')) return `#${prefix}${value.slice(1)}`;
  return value.replace(/url\((['"]?)#/g, (_, quote: string) => `url(${quote}#${prefix}`);
};

function cleanElement(element: SvgElement, prefix: string): void {
  for (const { name, value } of Array.from(element.attributes ?? [])) {
    if (isSafeAttribute(element.nodeName, name, value)) element.setAttribute(name, withPrefix(name, value, prefix));
    else element.removeAttribute(name);
  }
  for (const child of Array.from(element.childNodes as ArrayLike<SvgElement>)) {
    if (child.nodeType === ELEMENT_NODE && ELEMENTS.has(child.nodeName)) cleanElement(child, prefix);
    else if (child.nodeType !== TEXT_NODE) element.removeChild(child as never);
  }
}

/**
 * A drawing of our own server, freed of anything that runs or loads: it becomes part of a page.
 *
 * `prefix` goes before its ids. Null for a text that is no SVG.
 */
export function cleanSvg(text: string, prefix: string, parse: ParseSvg): string | null {
  const parsed = parse(text);
  if (parsed?.root.nodeName !== 'svg') return null;
  cleanElement(parsed.root, prefix);
  return parsed.write();
}

/** The browser's own parser. */
export const parseInBrowser: ParseSvg = (text) => {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  return documentElement.nodeName !== 'svg' ? null : { root: documentElement as unknown as SvgElement, write: () => new XMLSerializer().serializeToString(documentElement) };
};
