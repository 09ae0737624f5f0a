import type { AssistAction, Coordination, HandOverAction, IncidentChange, IncidentPermissions } from '../domain/coordination';
import type { Incident } from '../domain/incident';
import type { Role } from '../domain/role';

/** Who asks: a role, and the wards of the incident's edition for which an officer speaks (none for any other role). */
export interface Asker {
  readonly role: Role;
  readonly wards: readonly string[];
}

/** What a request wants of an incident, as far as rights go. */
export type WantedAction =
  | { readonly kind: 'change'; readonly change: IncidentChange }
  | { readonly kind: 'assist'; readonly action: AssistAction['action']; readonly ward: string }
  /** `ward`: to whom an open offer goes; null without one. */
  | { readonly kind: 'hand_over'; readonly action: HandOverAction['action']; readonly ward: string | null }
  | { readonly kind: 'detection'; readonly ward: string };

const commands = ({ role }: Asker): boolean => role === 'commander' || role === 'admin';

const actsFor = (asker: Asker, ward: string | null): boolean => commands(asker) || (ward !== null && asker.wards.includes(ward));

const actsForLead = (asker: Asker, incident: Incident): boolean => actsFor(asker, incident.lead.ward?.code ?? null);

/** Whether the role and the ward of who asks allow an action on an incident, whatever its state. */
export function mayDo(asker: Asker, incident: Incident, wanted: WantedAction): boolean {
  switch (wanted.kind) {
    case 'change': {
      const { lead, withdrawDecision, deadlines } = wanted.change;
      const isCommand = [lead, withdrawDecision, deadlines].some((one) => one !== undefined);
      return isCommand ? commands(asker) : actsForLead(asker, incident);
    }
    case 'assist':
      return wanted.action === 'ask' || wanted.action === 'cancel' ? actsForLead(asker, incident) : actsFor(asker, wanted.ward);
    case 'hand_over':
      return wanted.action === 'offer' || wanted.action === 'withdraw' ? actsForLead(asker, incident) : actsFor(asker, wanted.ward);
    case 'detection':
      return asker.role === 'analyst' || actsFor(asker, wanted.ward);
  }
}

/** What the reader may do with an incident as it stands: role, ward and state taken together. */
export function permissionsOf(asker: Asker, incident: Incident, { assists, handOvers }: Coordination): IncidentPermissions {
  const leads = actsForLead(asker, incident);
  const isOpen = incident.status === 'reported' || incident.status === 'in_progress';
  const own = [...asker.wards].sort();
  const involved = [...assists.map(({ ward }) => ward.code), ...handOvers.map(({ to }) => to.code)];
  const isAny = commands(asker) || asker.role === 'analyst';
  return {
    confirmLead: leads && isOpen && incident.lead.ward !== null && incident.leadConfirmedAt === null,
    changeStatus: leads,
    decideLead: commands(asker) && isOpen,
    setDeadlines: commands(asker) && isOpen,
    returnOutcome: leads && incident.resolvedAt !== null && incident.outcomeReturnedAt === null,
    askAssist: leads && isOpen,
    offerHandOver: leads && isOpen && !handOvers.some(({ status }) => status === 'offered'),
    speaksFor: commands(asker) ? [...new Set(involved)].sort() : own,
    addDetection: isAny ? 'any' : own.length > 0 ? 'own' : 'no',
  };
}
