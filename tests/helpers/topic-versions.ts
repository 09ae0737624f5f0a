import { LIVE_TOPICS, type TopicVersions } from '../../lib/domain/live';

/** The versions of all topics: 0 but for those that are said. */
export const topicVersions = (said: Partial<TopicVersions>): TopicVersions =>
  ({ ...(Object.fromEntries(LIVE_TOPICS.map((topic) => [topic, 0])) as unknown as TopicVersions), ...said });
