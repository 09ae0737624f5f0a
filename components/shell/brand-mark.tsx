/** The mark: two adjoining fields, and the border between them as the one strong line. */
export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width={32} height={32} rx={8} fill="var(--accent-soft)" />
      <path d="M19 0 13 10l6 9-5 13" fill="none" stroke="var(--accent)" strokeOpacity={0.28} strokeWidth={11} />
      <path d="M19 0 13 10l6 9-5 13" fill="none" stroke="var(--accent)" strokeWidth={2.6} />
      <circle cx={19} cy={19} r={3.6} fill="var(--accent)" stroke="var(--surface)" strokeWidth={1.6} />
    </svg>
  );
}
