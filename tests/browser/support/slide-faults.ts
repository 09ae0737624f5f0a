import type { Page } from 'playwright-core';

/** Least type and line of a slide 1920 pixels wide: 24 pt, and 3 pixels. */
const LEAST = { typePixels: 32, linePixels: 3 } as const;
/** Classes of a map and runs of a chart that can be told apart from the last row. */
const MOST_CLASSES = 5;
/** Shades that a map which is drawn has at least; a blank sheet has one or two. */
const LEAST_SHADES = 12;

/** What is wrong with the slide on the wall: clipped or small text, thin lines, a missing mark, a blank map. Sizes are those of the slide before it is scaled. */
export async function listSlideFaults(page: Page): Promise<readonly string[]> {
  const faults = await page.evaluate(({ typePixels, linePixels, most }) => {
    const slide = document.querySelector<HTMLElement>('[data-testid=slide]');
    if (slide === null) return ['no slide'];
    const found: string[] = [];
    const words = (element: Element): string => (element.textContent ?? '').trim().slice(0, 40);
    for (const element of slide.querySelectorAll<HTMLElement | SVGElement>('*')) {
      if (element.closest('[data-testid=slide-map]') !== null || element.closest('.sr-only') !== null || element.getClientRects().length === 0) continue;
      const style = getComputedStyle(element);
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      if (hasWords && parseFloat(style.fontSize) < typePixels) found.push(`small: ${style.fontSize} ${words(element)}`);
      if (!(element instanceof HTMLElement)) continue;
      const isInline = style.display === 'inline';
      if (!isInline && element.clientWidth > 1 && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) found.push(`clipped: ${words(element)}`);
      for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
        const width = parseFloat(style[`border${side}Width`]);
        if (width > 0 && width < linePixels) found.push(`thin: ${String(width)} ${words(element)}`);
      }
    }
    const box = slide.getBoundingClientRect();
    for (const element of slide.querySelectorAll('text')) {
      if (element.closest('[data-testid=slide-map]') !== null) continue;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1) found.push(`outside: ${words(element)}`);
    }
    // What is drawn of a chart: no line that goes thin on the wall; a hatching is a tint.
    for (const line of slide.querySelectorAll<SVGElement>('[data-testid=slide-chart] svg :is(line, path, rect, circle)')) {
      if (line.closest('defs') !== null || line.getClientRects().length === 0) continue;
      const { stroke, strokeWidth } = getComputedStyle(line);
      if (stroke !== 'none' && parseFloat(strokeWidth) < linePixels) found.push(`thin: ${strokeWidth} ${line.tagName} of ${line.closest('figure')?.getAttribute('aria-label') ?? ''}`);
    }
    for (const legend of slide.querySelectorAll('[data-testid=slide-legend]')) {
      const labels = [...legend.querySelectorAll('li')].map(words);
      if (labels.length > most) found.push(`${String(labels.length)} classes: ${labels.join(', ')}`);
      if (new Set(labels).size < labels.length) found.push(`twice in a legend: ${labels.join(', ')}`);
    }
    // Nothing stands outside the slide, also what is not clipped by its own box.
    for (const element of slide.querySelectorAll<HTMLElement>('p, h2, li, dt, dd, th, td, figcaption, [data-testid=slide-map]')) {
      if (element.closest('.sr-only') !== null || element.getClientRects().length === 0) continue;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const edge = slide.getBoundingClientRect();
      if (left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1) found.push(`outside: ${words(element)}`);
    }
    if ((slide.querySelector('[data-testid=slide-mark]')?.textContent ?? '') === '') found.push('no mark');
    if (!/GB-\d{4}-\d{4}/.test(slide.textContent ?? '')) found.push('no number');
    return found;
  }, { ...LEAST, most: MOST_CLASSES });
  const map = page.getByTestId('slide-map');
  if (await map.count() === 0) return faults;
  const png = await map.first().screenshot();
  const shades = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    const seen = new Set<number>();
    for (let at = 0; at < pixels.length; at += 4 * 17) seen.add(((pixels[at] ?? 0) >> 3) * 1_024 + ((pixels[at + 1] ?? 0) >> 3) * 32 + ((pixels[at + 2] ?? 0) >> 3));
    return seen.size;
  }, png.toString('base64'));
  return shades < LEAST_SHADES ? [...faults, `the map has ${String(shades)} shades`] : faults;
}
