import { z } from 'zod';
import { instantSchema } from './instant';
import { CLOCK_STEPS } from './regulation';

const position = z.tuple([z.number(), z.number()]);
const instant = z.string().transform((text) => new Date(text).toISOString()).pipe(instantSchema);

/** An incident as a briefing knew it at its as-of instant: where, whose, who led and helped. */
export const knownIncidentSchema = z.object({
  id: z.string(), category: z.string(), occurredAt: instant, position, owner: z.string().nullable(), neighbour: z.string().nullable(),
  borderZone: z.boolean(), junction: z.boolean(), lead: z.string().nullable(), leadReason: z.string(), isConfirmed: z.boolean(), assists: z.array(z.string()), resolved: z.boolean(),
});
export type KnownIncident = z.output<typeof knownIncidentSchema>;

/** A step of the coordination clock that was open at the as-of instant. */
export const openStepSchema = z.object({
  kind: z.enum([...CLOCK_STEPS, 'finish_assist']), incidentId: z.string(), category: z.string(), position, borderZone: z.boolean(),
  ward: z.string().nullable(), lead: z.string().nullable(), since: instant, dueAt: instant.nullable(),
});
export type OpenStep = z.output<typeof openStepSchema>;
