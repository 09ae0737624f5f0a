import type { CategoryShape } from '@/lib/domain/category';
import { signPath } from '@/lib/layers/incident-signs';

interface CategorySignProps {
  readonly shape: CategoryShape;
  readonly colour: string;
  readonly size?: number;
  readonly ring?: string | null;
  readonly hollow?: boolean;
}

/** A category's sign as the map draws it. */
export function CategorySign({ shape, colour, size = 16, ring = null, hollow = false }: CategorySignProps) {
  return (
    <svg width={size} height={size} viewBox="-1.7 -1.7 3.4 3.4" aria-hidden className="shrink-0 overflow-visible">
      {ring === null ? null : <circle r={1.5} fill="none" stroke={ring} strokeWidth={0.28} />}
      <path
        d={signPath(shape)} fill={hollow ? 'var(--surface)' : colour} stroke={hollow ? colour : 'var(--sign-outline)'}
        strokeWidth={hollow ? 0.36 : 0.16} strokeLinejoin="round"
      />
    </svg>
  );
}
