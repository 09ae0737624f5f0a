import { getMethod } from '../../../analysis/registry';
import { readAnalysisData } from '../../../db/analysis-data';
import { unwrap } from '../../../db/api-error';
import { newRunSchema, type NewRun } from '../../../domain/analysis';
import { readAnalysisView } from '../../../view/analysis-view';
import { GONE, type PinContext, type PinReader } from './pin-context';

/** A parameter as it was typed: a word for yes or no, a number, or a text. */
const typed = (value: string): string | number | boolean => (value === 'true' ? true : value === 'false' ? false : value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value);

/** The question of a stored run, or the one that an address of the workbench asks. */
async function findQuestion({ service, ground }: PinContext, params: URLSearchParams): Promise<NewRun | null> {
  const { run, draft } = readAnalysisView(params, ground.asOfDay);
  if (run !== null) {
    const [row] = unwrap('a run', await service.from('analysis_runs').select('method, scope, parameters, seed').eq('id', run));
    const parsed = newRunSchema.safeParse(row);
    return parsed.success ? parsed.data : null;
  }
  const editionId = draft.editionId ?? ground.book.edition.id;
  const parameters = Object.fromEntries(Object.entries(draft.parameters).map(([name, value]) => [name, typed(value)]));
  const parsed = newRunSchema.safeParse({ method: draft.method, scope: { from: draft.from, to: draft.to, categories: draft.categories, editionId, area: draft.area }, parameters, seed: Number(draft.seed) });
  return parsed.success ? parsed.data : null;
}

/** A question of the workbench, answered anew over what was known then. */
export const readAnalysisPin: PinReader = async (context, { params }) => {
  const { service, rules, streetsOf, ground, known } = context;
  const question = await findQuestion(context, params);
  if (question === null || question.scope.from > ground.asOfDay) return GONE;
  const method = getMethod(question.method);
  const namedZones = method.fields.flatMap(({ kind, name }) => (kind === 'zone' && typeof question.parameters[name] === 'string' && question.parameters[name] !== '' ? [question.parameters[name]] : []));
  const data = await readAnalysisData(service, rules, { scope: question.scope, namedZones, known: ground.facts, reportedUntil: known.asOf }, streetsOf);
  return data.kind === 'gone' ? GONE : { kind: 'analysis', method, raw: data.raw, parameters: question.parameters, seed: question.seed, bbox: null, day: question.scope.to < ground.asOfDay ? question.scope.to : ground.asOfDay };
};
