'use client';

import type { Commendation, PreventionModel } from '@/lib/domain/prevention-model';
import type { ProgrammeList, ProgrammePage } from '@/lib/domain/programme-page';
import type { DrugFreeAnswer, ProgrammeReview } from '@/lib/domain/programme-review';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** The programmes within the reader's sight. */
export const useProgrammes = () => useRefreshableQuery('programmes', 'programmes', () => fetchJson<ProgrammeList>('/api/programmes'));

/** One programme with all that belongs to it. */
export const useProgramme = (id: string) => useRefreshableQuery(`programme/${id}`, 'programmes', () => fetchJson<ProgrammePage>(`/api/programmes/${encodeURIComponent(id)}`));

/** The named models within the reader's sight. */
export const useModels = () => useRefreshableQuery('models', 'programmes', () => fetchJson<{ readonly models: readonly PreventionModel[]; readonly mayWrite: boolean }>('/api/models'));

/** Every commendation within the reader's sight. */
export const useCommendations = () => useRefreshableQuery('commendations', 'programmes', () => fetchJson<{ readonly commendations: readonly Commendation[] }>('/api/commendations'));

/** Which wards count as free of drugs on a day. */
export const useDrugFree = (day: string) => useRefreshableQuery(`drug-free/${day}`, 'incidents', () => fetchJson<DrugFreeAnswer>(`/api/programmes/drug-free?${new URLSearchParams({ day }).toString()}`));

/** A review of a span. */
export const useReview = (query: string) => useRefreshableQuery(`review/${query}`, ['incidents', 'programmes'], () => fetchJson<ProgrammeReview>(`/api/programmes/review?${query}`));
