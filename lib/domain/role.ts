import { z } from 'zod';

/** Roles of a signed-in account, least first. What each may do: `docs` of the database migrations and README. */
export const ROLES = ['viewer', 'officer', 'analyst', 'commander', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);
