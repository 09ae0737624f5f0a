/** A picture's size in pixels, and how fine its type and lines are: 96 draws them as on a screen. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** Sizes that are asked for: a slide, A4 across for print, a poster. */
export const SIZE_PRESETS = {
  slide: { width: 1_920, height: 1_080, dpi: 96 },
  a4: { width: 3_508, height: 2_480, dpi: 300 },
  poster: { width: 5_000, height: 5_000, dpi: 240 },
} as const satisfies Readonly<Record<string, PictureSize>>;
export type SizePreset = keyof typeof SIZE_PRESETS;

/** Least and most of each number of a size, as the server admits them. */
export const SIZE_LIMITS = { width: [320, 8_000], height: [240, 8_000], dpi: [72, 600] } as const satisfies Readonly<Record<keyof PictureSize, readonly [number, number]>>;

/** A size as it is typed. */
export type SizeDraft = Readonly<Record<keyof PictureSize, string>>;

export const draftOfSize = ({ width, height, dpi }: PictureSize): SizeDraft => ({ width: String(width), height: String(height), dpi: String(dpi) });

/** The size a draft names, or the numbers of it that are none or out of their limits. */
export function readSize(draft: SizeDraft): { readonly size: PictureSize | null; readonly faults: readonly (keyof PictureSize)[] } {
  const faults = (['width', 'height', 'dpi'] as const).filter((name) => {
    const [least, most] = SIZE_LIMITS[name];
    return !/^\d{1,5}$/.test(draft[name].trim()) || Number(draft[name]) < least || Number(draft[name]) > most;
  });
  return { size: faults.length > 0 ? null : { width: Number(draft.width), height: Number(draft.height), dpi: Number(draft.dpi) }, faults };
}

/** The preset a draft stands for; `own` for none of them. */
export const presetOf = (draft: SizeDraft): SizePreset | 'own' =>
  (Object.keys(SIZE_PRESETS) as SizePreset[]).find((name) => JSON.stringify(draftOfSize(SIZE_PRESETS[name])) === JSON.stringify(draft)) ?? 'own';
