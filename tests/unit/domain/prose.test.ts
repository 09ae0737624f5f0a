import { describe, expect, it } from 'vitest';
import { newNoteSchema, rotationSchema } from '../../../lib/domain/cluster-work';
import { incidentChangeSchema } from '../../../lib/domain/coordination';
import { newIncidentSchema } from '../../../lib/domain/incident';
import { bookingActionSchema, patrolChangeSchema } from '../../../lib/domain/patrol';
import { prose, wordsSchema } from '../../../lib/domain/prose';
import { newRegulationSchema } from '../../../lib/domain/regulation';

/** One character that composing (NFC) makes three of. */
const GROWING = '\uFB2C';
const incident = (summary: string) => ({ category: 'theft', occurredAt: '2024-05-01T14:04:00Z', lon: 105, lat: 21, source: 'patrol', summary });
const regulation = (note: string) => ({ validFrom: '2026-01-01', borderWidthMetres: 100, rules: {}, note });

describe('words', () => {
  it('are measured as they will be stored', () => {
    expect(prose(6).parse(` ${GROWING}${GROWING} `)).toHaveLength(6);
    expect(prose(5).safeParse(`${GROWING}${GROWING}`).success).toBe(false);
    expect(prose(5).parse('Cống ')).toBe('Cống'.normalize('NFC'));
    expect(prose(4).parse('Cống'.normalize('NFD'))).toBe('Cống'.normalize('NFC'));
  });

  it.each(['', '  ', '\n'])('that say nothing (%j) are no prose', (text) => {
    expect(prose(10).safeParse(text).success).toBe(false);
    expect(wordsSchema(10).parse(text)).toBe('');
  });

  it.each([
    ['a note', newNoteSchema, { body: GROWING.repeat(4_000) }],
    ['remarks of a rotation', rotationSchema, { wardCode: '00001', from: '2026-01-01', remarks: GROWING.repeat(4_000) }],
    ['an outcome', incidentChangeSchema, { version: 1, status: 'resolved', outcome: GROWING.repeat(2_000) }],
    ['a summary', newIncidentSchema, incident(GROWING.repeat(2_000))],
    ['a note of a patrol', patrolChangeSchema, { version: 1, status: 'done', note: GROWING.repeat(2_000) }],
    ['a note of a regulation', newRegulationSchema, regulation(GROWING.repeat(2_000))],
    ['a zero byte in a regulation', newRegulationSchema, regulation('a\0b')],
    ['half a character in a regulation', newRegulationSchema, regulation('a\ud800b')],
  ])('that no column holds are refused: %s', (_, schema, body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });
});

it('versions of patrols are what a column of four bytes can count', () => {
  const booking = { ward: '00001', action: 'book' };
  expect(bookingActionSchema.safeParse({ ...booking, version: 2_147_483_647 }).success).toBe(true);
  expect(bookingActionSchema.safeParse({ ...booking, version: 2_147_483_648 }).success).toBe(false);
  expect(patrolChangeSchema.safeParse({ version: 3_000_000_000, status: 'done' }).success).toBe(false);
});
