import { newTemplateSchema } from '../../domain/briefing';
import { addTemplate } from '../briefing-changes';
import type { SeedOptions } from './seed-database';

/** Composed every morning of the demonstration, for the cluster around the T11 bridge. */
const TEMPLATE = newTemplateSchema.parse({
  id: '6d1f4e0a-3a5b-4f4e-9a3d-6b1c2f7e9d10', name: 'Giao ban sáng cụm Nghĩa Đô – Ngọc Hà – Giảng Võ (minh họa)', area: { kind: 'cluster', id: 'minh-hoa-nghia-do-ngoc-ha-giang-vo' }, minuteOfDay: 360,
});

/** Loads the template of the demonstration; one that is there already stays. It composes nothing before the next morning. */
export async function seedBriefingTemplate({ service, say }: Pick<SeedOptions, 'service' | 'say'>): Promise<void> {
  const { id } = TEMPLATE;
  if (id === undefined) throw new Error('the template of the demonstration has no id');
  const result = await addTemplate({ ...TEMPLATE, id }, null, service);
  if (result.kind === 'done' && !result.repeated) say('demonstration of briefings: one template, composed every morning at 06:00');
}
