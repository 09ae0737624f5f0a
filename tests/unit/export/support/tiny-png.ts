import { deflateSync } from 'node:zlib';

const CRC = Array.from({ length: 256 }, (_, byte) => Array.from({ length: 8 }).reduce<number>((rest) => (rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1), byte));
const crc = (bytes: Uint8Array): number => (bytes.reduce((rest, byte) => CRC[(rest ^ byte) & 255]! ^ (rest >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(type: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + content.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  whole.set(new TextEncoder().encode(type), 4);
  whole.set(content, 8);
  view.setUint32(8 + content.length, crc(whole.subarray(4, 8 + content.length)));
  return whole;
}

/** A PNG picture: pale ground, a violet border across it, a ring; enough to see where it went and that nothing was cut off. */
export function tinyPng(width: number, height: number): Uint8Array {
  const raw = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const ring = Math.abs(Math.hypot(x - width / 2, y - height / 2) - height / 4) < 3;
      const border = Math.abs(y - height * (0.5 + 0.2 * Math.sin(x / 60))) < 3;
      const edge = x < 4 || y < 4 || x >= width - 4 || y >= height - 4;
      raw.set(edge ? [184, 67, 0] : border ? [74, 29, 130] : ring ? [168, 32, 26] : [240, 238, 232], y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const head = new Uint8Array(13);
  new DataView(head.buffer).setUint32(0, width);
  new DataView(head.buffer).setUint32(4, height);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat(parts));
}
