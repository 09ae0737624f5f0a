import { z } from 'zod';

/** Whether PostgreSQL can keep a text: no zero byte, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/**
 * Schema of something said in words, trimmed and composed (NFC), of 0 to `longest` UTF-16 units.
 *
 * Composed before it is measured: some characters become two or three, and the columns hold no more than `longest`.
 */
export const wordsSchema = (longest: number) =>
  z.string().trim().normalize('NFC').max(longest).refine(isStorable, 'holds characters that can not be stored');

/** Schema of something that has to be said: at least one character besides spaces. */
export const prose = (longest: number) => wordsSchema(longest).min(1, 'must say something');
