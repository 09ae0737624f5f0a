/** Advance widths of a TrueType font, read from its tables `head`, `hhea`, `hmtx` and `cmap` (formats 4 and 12). */
export class FontMetrics {
  private readonly view: DataView;
  private readonly unitsPerEm: number;
  private readonly metricCount: number;
  private readonly hmtx: number;
  private readonly glyphs = new Map<number, number>();

  /** @throws Error when the bytes are no TrueType font with a Unicode table. */
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.unitsPerEm = this.view.getUint16(this.tableAt('head') + 18);
    this.metricCount = this.view.getUint16(this.tableAt('hhea') + 34);
    this.hmtx = this.tableAt('hmtx');
    this.readMap(this.tableAt('cmap'));
  }

  /** Width of a text in ems; a letter the font lacks is as wide as its mark for missing ones. */
  widthOf(text: string): number {
    let units = 0;
    for (const letter of text) units += this.advanceOf(this.glyphs.get(letter.codePointAt(0) ?? 0) ?? 0);
    return units / this.unitsPerEm;
  }

  /** Whether the font has every letter of a text. */
  covers(text: string): boolean {
    return [...text].every((letter) => this.glyphs.has(letter.codePointAt(0) ?? 0));
  }

  private advanceOf(glyph: number): number {
    return this.view.getUint16(this.hmtx + 4 * Math.min(glyph, this.metricCount - 1));
  }

  private tableAt(name: string): number {
    const count = this.view.getUint16(4);
    for (let i = 0; i < count; i++) {
      const entry = 12 + 16 * i;
      if (String.fromCharCode(...[0, 1, 2, 3].map((at) => this.view.getUint8(entry + at))) === name) return this.view.getUint32(entry + 8);
    }
    throw new Error(`the font has no table ${name}`);
  }

  private readMap(cmap: number): void {
    const count = this.view.getUint16(cmap + 2);
    for (let i = 0; i < count; i++) {
      const at = cmap + this.view.getUint32(cmap + 4 + 8 * i + 4);
      const format = this.view.getUint16(at);
      if (format === 4) this.readSegments(at);
      if (format === 12) this.readRuns(at);
    }
    if (this.glyphs.size === 0) throw new Error('the font has no Unicode table of format 4 or 12');
  }

  private readSegments(at: number): void {
    const doubled = this.view.getUint16(at + 6);
    const [ends, starts, deltas, offsets] = [at + 14, at + 16 + doubled, at + 16 + 2 * doubled, at + 16 + 3 * doubled];
    for (let i = 0; i < doubled; i += 2) {
      const [start, end, offset] = [this.view.getUint16(starts + i), this.view.getUint16(ends + i), this.view.getUint16(offsets + i)];
      for (let code = start; code <= end && code !== 0xffff; code++) {
        const raw = offset === 0 ? code : this.view.getUint16(offsets + i + offset + 2 * (code - start));
        const glyph = offset !== 0 && raw === 0 ? 0 : (raw + this.view.getUint16(deltas + i)) & 0xffff;
        if (glyph !== 0) this.glyphs.set(code, glyph);
      }
    }
  }

  private readRuns(at: number): void {
    const count = this.view.getUint32(at + 12);
    for (let i = 0; i < count; i++) {
      const run = at + 16 + 12 * i;
      const [start, end, glyph] = [this.view.getUint32(run), this.view.getUint32(run + 4), this.view.getUint32(run + 8)];
      for (let code = start; code <= end; code++) this.glyphs.set(code, glyph + code - start);
    }
  }
}
