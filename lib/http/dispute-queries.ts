import { z } from 'zod';
import type { DisputePlace } from '../db/disputes';
import { DISPUTE_RISKS, DISPUTE_STAGES, DISPUTE_STATES } from '../domain/dispute';
import { instantSchema } from '../domain/instant';

/** Names of dispute-query parameters that may be repeated or comma-separated. */
export const REPEATED_DISPUTE_PARAMETERS = ['stage', 'risk', 'state'];

const ward = z.string().regex(/^([A-Za-z0-9._-]{1,60}\/)?\d{5}$/, 'a ward is a code or edition/code').optional();
const risk = z.array(z.enum(DISPUTE_RISKS)).optional();

/** Query of `GET /api/disputes/counts`. */
export const disputeCountsQuerySchema = z.strictObject({ ward, risk });

/** Query of `GET /api/disputes`. A ward is `code` or `edition/code`; `state` is that of the clock now and means open ones. */
export const disputeQuerySchema = z.strictObject({
  stage: z.array(z.enum(DISPUTE_STAGES)).optional(),
  state: z.array(z.enum(DISPUTE_STATES)).optional(),
  ward,
  risk,
  incident: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.string().regex(/^\d{1,3}$/, 'must be a number').transform(Number).pipe(z.int().min(1).max(500)).optional(),
});

/** A ward parameter as edition and code. */
export function splitWard(text: string | undefined): { readonly edition: string | undefined; readonly ward: string | undefined } {
  const [edition, code] = text?.includes('/') === true ? text.split('/') : [undefined, text];
  return { edition, ward: code };
}

const placeSchema = z.tuple([instantSchema, z.uuid()]);

/** The cursor that goes on after a dispute. */
export const cursorAfterDispute = ({ receivedAt, id }: DisputePlace): string => Buffer.from(JSON.stringify([receivedAt, id])).toString('base64url');

/** The place a cursor stands for; null when it is not one of ours. */
export function parseDisputeCursor(cursor: string): DisputePlace | null {
  try {
    const [receivedAt, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { receivedAt, id };
  } catch {
    return null;
  }
}
