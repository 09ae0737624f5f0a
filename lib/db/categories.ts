import { CATEGORY_SHAPES, type Category } from '../domain/category';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

/** The incident categories in use, in their order. */
export async function listCategories(client: DatabaseClient): Promise<Category[]> {
  const rows = unwrap('categories', await client.from('categories').select('*').is('retired_at', null).order('sort_order').order('code'));
  return rows.map((row) => ({
    code: row.code,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    shape: CATEGORY_SHAPES.find((shape) => shape === row.shape) ?? 'circle',
    colour: row.colour,
    severityWeight: row.severity_weight,
    sortOrder: row.sort_order,
  }));
}
