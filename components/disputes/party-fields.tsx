'use client';

import { Plus, X } from 'lucide-react';
import { PARTY_ROLES, type PartyRole } from '@/lib/domain/dispute';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { nextRole, type DisputeDraft } from './dispute-draft';

interface PartyFieldsProps {
  readonly parties: DisputeDraft['parties'];
  readonly error: string | undefined;
  readonly onChange: (parties: DisputeDraft['parties']) => void;
}

const MOST_PARTIES = 8;

/** The parties of a dispute: roles and how many of each, no place for a name. */
export function PartyFields({ parties, error, onChange }: PartyFieldsProps) {
  const { messages } = usePreferences();
  const { form, parties: names } = messages.disputes;
  const put = (place: number, part: Partial<DisputeDraft['parties'][number]>): void => onChange(parties.map((one, at) => (at === place ? { ...one, ...part } : one)));
  const more = nextRole(parties);
  return (
    <fieldset data-testid="dispute-party-fields">
      <legend className="mb-1 text-xs font-medium text-ink-2">{form.parties}</legend>
      <ul className="space-y-2">
        {parties.map(({ role, count }, place) => (
          <li key={role} className="grid grid-cols-[minmax(0,1fr)_5rem_2.25rem] items-center gap-2">
            <select aria-label={form.role} className="control" value={role} onChange={(event) => put(place, { role: event.target.value as PartyRole })} data-testid="party-role">
              {PARTY_ROLES.filter((one) => one === role || !parties.some((other) => other.role === one)).map((one) => <option key={one} value={one}>{names[one]}</option>)}
            </select>
            <input aria-label={form.count} inputMode="numeric" autoComplete="off" className="control tabular" value={count} onChange={(event) => put(place, { count: event.target.value })} data-testid="party-count" />
            {parties.length > 1 ? <IconButton label={form.removeParty} onClick={() => onChange(parties.filter((_, at) => at !== place))}><X size={16} aria-hidden /></IconButton> : null}
          </li>
        ))}
      </ul>
      {error === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{error}</p>}
      {more === null || parties.length >= MOST_PARTIES ? null : <Button size="small" className="mt-2" onClick={() => onChange([...parties, { role: more, count: '1' }])} data-testid="party-add"><Plus size={14} aria-hidden /> {form.addParty}</Button>}
    </fieldset>
  );
}
