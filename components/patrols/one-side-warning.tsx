import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ArcCoverage, SidesCovered } from '@/lib/domain/patrol';
import { usePreferences } from '@/components/ui/preferences';
import { formatPair } from './coverage-words';

interface OneSideWarningProps {
  readonly sides: SidesCovered;
  readonly arcs: readonly ArcCoverage[];
}

/** Says that a patrol covers only one side of a border, and of which; or that it covers both. Nothing when it comes near none. */
export function OneSideWarning({ sides, arcs }: OneSideWarningProps) {
  const { messages, language } = usePreferences();
  const { coverage } = messages.patrols;
  const oneSided = arcs.filter((arc) => arc.sides === 'one_side');
  if (sides === 'none') return null;
  if (sides === 'both' && oneSided.length === 0) {
    return <p role="status" className="flex gap-2 rounded-lg bg-accent-soft px-3 py-2 text-sm text-accent" data-testid="both-sides"><CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0" /> {coverage.complete}</p>;
  }
  return (
    <div role="status" className="flex gap-2 rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn" data-testid="one-side-warning">
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      <p><b className="font-semibold">{coverage.warning}.</b> {coverage.warningText(oneSided.map((arc) => formatPair(arc, language)).join('; '))}</p>
    </div>
  );
}
