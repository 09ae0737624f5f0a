'use client';

import type { LiveTopic } from '@/lib/domain/live';
import type { ScoreList, ScorePage, WardScorePage } from '@/lib/domain/score-page';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** What a score is computed from. */
const SOURCES: readonly LiveTopic[] = ['scores', 'incidents', 'disputes', 'patrols', 'programmes'];
const pathOf = (id: string): string => `/api/scores/${encodeURIComponent(id)}`;

/** The periods and criteria within the reader's sight. */
export const useScores = () => useRefreshableQuery('scores', 'scores', () => fetchJson<ScoreList>('/api/scores'));

/** One period with its scores. */
export const useScorePage = (id: string) => useRefreshableQuery(`scores/${id}`, SOURCES, () => fetchJson<ScorePage>(pathOf(id)));

/** One ward's score with the records behind it. */
export const useWardScore = (id: string, code: string) => useRefreshableQuery(`scores/${id}/${code}`, SOURCES, () => fetchJson<WardScorePage>(`${pathOf(id)}/wards/${encodeURIComponent(code)}`));
