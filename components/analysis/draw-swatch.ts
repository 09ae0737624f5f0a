import type { LegendItem } from '@/lib/layers/layer-context';

/** The sign of a line of the legend, 20 pixels wide, its middle at the height `y`. */
export function drawSwatch(context: CanvasRenderingContext2D, item: LegendItem, x: number, y: number): void {
  context.save();
  context.translate(x, y);
  context.lineJoin = 'round';
  switch (item.kind) {
    case 'line':
      context.strokeStyle = item.colour;
      context.lineWidth = item.widthPixels;
      if (item.dashed) context.setLineDash([5, 3.5]);
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(20, 0);
      context.stroke();
      break;
    case 'fill':
      context.strokeStyle = item.edge ?? item.colour;
      context.globalAlpha = item.opacity;
      context.fillStyle = item.colour;
      context.fillRect(0, -6, 20, 12);
      context.globalAlpha = 0.8;
      context.strokeRect(0, -6, 20, 12);
      break;
    case 'sign':
    case 'late':
    case 'group':
      context.fillStyle = item.kind === 'group' ? item.disc : item.colour;
      context.beginPath();
      context.arc(10, 0, 5, 0, 2 * Math.PI);
      context.fill();
      break;
    case 'flag':
      context.fillStyle = context.strokeStyle = item.colour;
      context.beginPath();
      context.moveTo(5, 7);
      context.lineTo(5, -7);
      context.lineTo(15, -3.5);
      context.lineTo(5, 0);
      context.stroke();
      context.fill();
      break;
    default:
      item satisfies never;
  }
  context.restore();
}
