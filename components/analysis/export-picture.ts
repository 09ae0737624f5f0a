import { drawSwatch } from './draw-swatch';
import { FOOT, LEGEND, PAD, PICTURE_FONT, TEXT, TITLE, layoutPicture, type PictureLayout, type PictureParts } from './picture-layout';

type Context = CanvasRenderingContext2D;

/** Lines of text one under the other from the height `top`; the height under the last. */
function write(context: Context, lines: readonly string[], { font, step }: { readonly font: string; readonly step: number }, colour: string, top: number): number {
  context.font = font;
  context.fillStyle = colour;
  lines.forEach((line, row) => context.fillText(line, PAD, top + (row + 1) * step - 6));
  return top + lines.length * step;
}

function drawMap(context: Context, { map, colours }: PictureParts, { width, mapHeight, headHeight }: PictureLayout): void {
  context.drawImage(map, 0, headHeight, width, mapHeight);
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.strokeRect(0.5, headHeight + 0.5, width - 1, mapHeight - 1);
}

function drawLegend(context: Context, { legendTitle, colours }: PictureParts, { legend }: PictureLayout, top: number): void {
  if (legend.length === 0) return;
  const first = write(context, [legendTitle], { font: `600 13px ${PICTURE_FONT}`, step: 28 }, colours.ink, top) + 8;
  for (const { item, words, x, y } of legend) {
    drawSwatch(context, item, x, first + y + 7);
    context.font = LEGEND.font;
    context.fillStyle = colours.ink;
    words.forEach((text, row) => context.fillText(text, x + LEGEND.swatch, first + y + 11 + row * LEGEND.step));
  }
}

function drawScale(context: Context, { scale, north, colours }: PictureParts, y: number): void {
  const x = PAD;
  context.fillStyle = context.strokeStyle = colours.ink;
  context.beginPath();
  context.moveTo(x + 6, y - 13);
  context.lineTo(x + 12, y + 3);
  context.lineTo(x + 6, y - 1);
  context.lineTo(x, y + 3);
  context.closePath();
  context.fill();
  context.font = `600 13px ${PICTURE_FONT}`;
  context.fillText(north, x + 17, y);
  const bar = x + 42;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(bar, y - 7);
  context.lineTo(bar, y);
  context.lineTo(bar + scale.pixels, y);
  context.lineTo(bar + scale.pixels, y - 7);
  context.stroke();
  context.font = `400 13px ${PICTURE_FONT}`;
  context.fillText(scale.label, bar + scale.pixels + 8, y);
}

/** The map as it is on the screen, under its title and above its legend, scale, north, date of the data and sources. @throws Error without a 2d canvas. */
export function drawPicture(parts: PictureParts): HTMLCanvasElement {
  const { pixelRatio, colours } = parts;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no 2d canvas');
  const layout = layoutPicture(parts, (font, text) => { context.font = font; return context.measureText(text).width; });
  canvas.width = Math.round(layout.width * pixelRatio);
  canvas.height = Math.round(layout.height * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, layout.width, layout.height);
  write(context, layout.text, TEXT, colours.ink, write(context, layout.title, TITLE, colours.ink, PAD));
  drawMap(context, parts, layout);
  const mapBottom = layout.headHeight + layout.mapHeight;
  drawLegend(context, parts, layout, mapBottom);
  const scaleAt = mapBottom + layout.legendHeight + 28;
  drawScale(context, parts, scaleAt);
  write(context, layout.foot, FOOT, colours.quiet, scaleAt + 12);
  return canvas;
}
