import type { ResultChart as ChartSpec } from '@/lib/domain/analysis-result';

/** What every kind of chart is given. */
export interface ChartProps {
  readonly chart: ChartSpec;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly names: readonly string[];
  readonly colours: readonly string[];
  readonly markNames: Readonly<Record<string, string>>;
  readonly writeX: (value: number | string) => string;
  readonly writeY: (value: number | null | undefined) => string;
}
