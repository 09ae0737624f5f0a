import { usePreferences } from '@/components/ui/preferences';
import { CoverageTable } from './coverage-table';
import { OneSideWarning } from './one-side-warning';
import type { CoveragePreview } from './preview-coverage';

/** What a plan would cover, before it is sent. */
export function PlanPreview({ preview, drawn }: { readonly preview: CoveragePreview | null; readonly drawn: boolean }) {
  const { messages } = usePreferences();
  const { planner } = messages.patrols;
  if (!drawn) return null;
  if (preview === null) return <p role="status" className="text-sm text-ink-2">{planner.computing}</p>;
  return (
    <section aria-label={planner.preview} className="space-y-2" data-testid="plan-preview">
      <h2 className="eyebrow">{planner.preview}</h2>
      <OneSideWarning sides={preview.sides} arcs={preview.arcs} />
      {preview.arcs.length === 0 ? <p className="text-sm text-ink-2">{planner.previewNone}</p> : <CoverageTable arcs={preview.arcs} />}
    </section>
  );
}
