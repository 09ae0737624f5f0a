'use client';

import { Circle, Pencil, Plus, Trash2, VectorSquare } from 'lucide-react';
import { useState } from 'react';
import type { FocusArea } from '@/lib/domain/boundary';
import type { ClusterPage } from '@/lib/domain/cluster-work';
import type { Day } from '@/lib/domain/instant';
import { formatDay, formatDayRange } from '@/lib/format/format-instant';
import type { Reference } from '@/components/data/api-types';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button, IconButton } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { describeShape, listFocusAreas } from './cluster-map-words';
import { FocusForm } from './focus-form';

interface FocusSectionProps {
  readonly page: ClusterPage;
  readonly reference: Reference;
  readonly today: Day;
  readonly onSaved: () => void;
}

type Editing = { readonly kind: 'new' } | { readonly kind: 'edit' | 'end'; readonly area: FocusArea };

/** The focus areas of a cluster; an administrator draws, edits and ends them. */
export function FocusSection({ page, reference, today, onSaved }: FocusSectionProps) {
  const { messages } = usePreferences();
  const { focus, sections } = messages.clusters;
  const [editing, setEditing] = useState<Editing | null>(null);
  const areas = listFocusAreas(page.cluster, today);
  const close = (): void => setEditing(null);
  const saved = (): void => { close(); onSaved(); };
  return (
    <Section title={sections.focus} testId="focus-section" actions={page.mayEdit ? <Button size="small" onClick={() => setEditing({ kind: 'new' })} data-testid="add-focus"><Plus size={14} aria-hidden /> {focus.add}</Button> : undefined}>
      {areas.length === 0 ? <p className="text-sm text-ink-2">{focus.none}</p> : (
        <ul className="divide-y divide-line">{areas.map((area) => <FocusRow key={area.id} area={area} mayEdit={page.mayEdit} onEdit={(kind) => setEditing({ kind, area })} />)}</ul>
      )}
      {editing === null ? null : editing.kind === 'end'
        ? <EndForm page={page} area={editing.area} onSaved={saved} onClose={close} />
        : <FocusForm page={page} reference={reference} today={today} area={editing.kind === 'edit' ? editing.area : null} onSaved={saved} onClose={close} />}
    </Section>
  );
}

interface FocusRowProps {
  readonly area: FocusArea;
  readonly mayEdit: boolean;
  readonly onEdit: (kind: 'edit' | 'end') => void;
}

function FocusRow({ area, mayEdit, onEdit }: FocusRowProps) {
  const { messages, language } = usePreferences();
  const { focus, always } = messages.clusters;
  const Icon = area.shape.kind === 'circle' ? Circle : VectorSquare;
  return (
    <li className="flex items-start gap-3 py-2" data-testid="focus-area" data-id={area.id}>
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium">{area.name}</p>
        <p className="tabular text-xs text-ink-2">{describeShape(area, messages, language)}</p>
        <p className="tabular text-xs text-ink-3">{area.from === null ? (area.to === null ? always : focus.ended(formatDay(area.to))) : formatDayRange(area.from, area.to)}</p>
      </div>
      {mayEdit ? (
        <>
          <IconButton label={`${messages.clusters.edit}: ${area.name}`} className="size-8" onClick={() => onEdit('edit')}><Pencil size={15} aria-hidden /></IconButton>
          <IconButton label={`${focus.end}: ${area.name}`} className="size-8" onClick={() => onEdit('end')}><Trash2 size={15} aria-hidden /></IconButton>
        </>
      ) : null}
    </li>
  );
}

interface EndFormProps {
  readonly page: ClusterPage;
  readonly area: FocusArea;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

function EndForm({ page, area, onSaved, onClose }: EndFormProps) {
  const { messages } = usePreferences();
  const { focus, remove } = messages.clusters;
  const action = useAction();
  const submit = async (): Promise<void> => {
    if (await action.run(() => send('DELETE', `/api/clusters/${page.cluster.id}/focus-areas/${encodeURIComponent(area.id)}`))) onSaved();
  };
  return (
    <FormDialog title={`${focus.end}: ${area.name}`} action={action} submitLabel={remove} onSubmit={() => void submit()} onClose={onClose} testId="focus-end-form">
      <p className="text-sm">{focus.ending}</p>
    </FormDialog>
  );
}
