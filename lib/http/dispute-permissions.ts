import { DISPUTE_ACTIONS, OPEN_STAGES, type Dispute, type DisputeAction } from '../domain/dispute';
import type { Role } from '../domain/role';

/** Who asks: a role, and whether it is an officer who speaks for the dispute's ward today. */
export interface DisputeAsker {
  readonly role: Role;
  readonly speaks: boolean;
}

/** Whether role and ward allow an action, whatever the stage: officers in the own ward, commanders and administrators everywhere; more time only the latter give. */
export function mayDoWithDispute({ role, speaks }: DisputeAsker, action: DisputeAction): boolean {
  if (role === 'commander' || role === 'admin') return true;
  return role === 'officer' && speaks && action !== 'extend';
}

/** What can be done with a dispute as it stands: role, ward and stage taken together. */
export function permissionsOfDispute(asker: DisputeAsker, { stage }: Pick<Dispute, 'stage'>): Readonly<Record<DisputeAction, boolean>> {
  const isOpen = OPEN_STAGES.includes(stage);
  const fits = (action: DisputeAction): boolean => (action === 'reopen' ? !isOpen : isOpen || (action === 'change' && stage === 'settled'));
  return Object.fromEntries(DISPUTE_ACTIONS.map((action) => [action, fits(action) && mayDoWithDispute(asker, action)])) as Record<DisputeAction, boolean>;
}
