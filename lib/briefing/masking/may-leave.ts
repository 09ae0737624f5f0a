import type { Slide } from '../../domain/briefing';
import type { ResultFeature } from '../../domain/analysis-result';

/**
 * What a number of a slide is: `plain`, no count of incidents and worked out from none (a rank, a length, a number of borders), or a word;
 * `count` of incidents; `derived` from the counts of its own row, chart or sentence; `overall`, derived from counts anywhere on the slide; `never` leaves.
 */
export type ValueClass = 'plain' | 'count' | 'derived' | 'overall' | 'never';

/** What of the slides of one kind of words may leave the building, and as what. */
export interface MayLeave {
  /** Ids, each with the mark of its class (see `MAY_LEAVE`), separated by spaces. */
  readonly facts?: string;
  /** Columns by table. */
  readonly tables?: Readonly<Record<string, string>>;
  readonly charts?: string;
  /** How what may be drawn is drawn: only what follows borders, streets, wards, patrols or a grid, for an outline around incidents gives their places away. */
  readonly drawn?: readonly ResultFeature['drawn'][];
  /** `part whole`: a count that is part of another, so that a small rest must not be found by subtraction. Of facts, of columns of a table, of values of a sentence. */
  readonly parts?: readonly string[];
  /** Values of its sentences that are of the whole area, also where the sentence names one place. */
  readonly ofAll?: readonly string[];
  /** Sentences that are not said, by code, each with the one that is said instead. */
  readonly instead?: Readonly<Record<string, string>>;
  /** The column by whose values a table's counts add up to totals of their own. */
  readonly groups?: Readonly<Record<string, string>>;
}

const HIDDEN: MayLeave = {
  facts: 'count# expected p~ wardP~ concealment~ evenness~ hidden seen families dispersion',
  tables: { wards: 'rank ward inCluster# count# expected~ p~', candidates: 'rank kind wards from to count# expected~ p~ wardMost# wardP~ concealment~ evenness~' },
  charts: 'wards# history#', drawn: ['fill', 'line'], parts: ['inCluster count'], groups: { wards: 'rank' },
};
const LEAGUE: MayLeave = {
  facts: 'borders above unagreed unagreedAbove rate~ changed',
  tables: { league: 'rank border agreement cluster length exposure width count# inA- inB- expected~ relative~ low~ high~ exceedance~ standing recent# change~ changeZ~ changeP~' },
  charts: 'league~ limits~', drawn: ['line'], parts: ['recent count'],
};
const REPEATS: MayLeave = {
  facts: 'cross_observed# cross_expected cross_ratio~ cross_p~ within_ratio~ within_p~ step_over~ directed',
  tables: { watch: 'from to incidents# last~ weight~ factor~', steps: 'pair observed# expected~ ratio~ from forth- back- p~ adjusted~ verdict' },
  charts: 'by_distance^ directions-', drawn: ['line'],
};
const DISPLACEMENT: MayLeave = {
  facts: 'wdd^ standard_error^ p^ placebo_rank^ wdq^ tne^',
  tables: { counts: 'area before# during# change~', measures: 'buffer wdd^ low^ high^ p^ rank^ wdq^ reading tne^ gross^ net^', controls: 'rank pair distance before# during# wdd~ low~ high~' },
  charts: 'estimates^ weekly#', drawn: ['fill', 'outline', 'line', 'dashed'],
};

/**
 * Everything that may stand on a slide for outside the building, by the words of the slide (`Slide.words`). **What is not listed here does not
 * leave**: a table, a column, a fact or a chart that somebody adds is left out until it is listed, and a test over every standard slide fails
 * until it is. Marks: `#` a count of incidents (small ones are withheld, with as many others as it takes), `~` derived from counts of its row,
 * `^` derived from counts anywhere on the slide, `-` never leaves, none: a word, or a number that no count can be worked out from.
 *
 * Never list a table whose rows are single incidents, a text somebody wrote about one, a shape drawn around incidents, or counts that add up
 * across a row beside their sum (open = overdue + in time): rows and columns together give back what each alone would not. What is pinned from
 * elsewhere (`pin`, or a method's id) is listed likewise; methods that are not here leave with their claim and conditions alone.
 */
export const MAY_LEAVE: Readonly<Partial<Record<Slide['words'], MayLeave>>> = {
  cover: { facts: 'incidents# near# before# hidden above overdue#', tables: { differences: 'what about place before# now#' }, parts: ['near incidents', 'near count'] },
  last_day: { facts: 'near# all# usual~ unconfirmed# assisted# junction#', tables: { incidents: 'at- category- place- lead- reason- confirmed- assists- incident-' }, parts: ['near all', 'unconfirmed near', 'assisted near', 'junction near', 'count all', 'open count', 'most count'], ofAll: ['count', 'all', 'open'] },
  hidden_hotspots: HIDDEN,
  border_league: LEAGUE,
  change_map: { facts: 'before# after# z~ p~ rises falls', tables: { changes: 'border before# after# z~ p~ adjusted~ kind' }, charts: 'changes#', drawn: ['line'] },
  watch_list: REPEATS,
  patrol: DISPLACEMENT,
  open_items: { facts: 'open# overdue# incidents# border#', tables: { wards: 'ward open# overdue-', steps: 'kind- ward- lead- category- since- due- late- incident-' }, charts: 'wards-', parts: ['overdue open', 'border incidents'], ofAll: ['open', 'overdue', 'incidents'] },
  pin: {
    facts: 'count# before# near# z~', tables: { periods: 'from now# year_before#', categories: 'name count#', wards: 'name count#' }, charts: 'periods#', drawn: ['outline'], parts: ['near count'],
  },
  // By group the periods are too small to stand, and spread over hours a count is no whole number.
  pin_trend: {
    facts: 'count# year_before#', tables: { periods: 'from now# year_before#', groups: 'group now# year_before#', wards: 'ward now# year_before# z~ most#', hours: 'hour- mon- tue- wed- thu- fri- sat- sun-' }, charts: 'periods# groups- wards# hours-',
    parts: ['most now', 'most count'], ofAll: ['count', 'now', 'before'],
  },
  // The weeks of a control chart add up to what the sentences tell.
  pin_alarm: { facts: 'count# expected~ per_week~ z~', tables: { weeks: 'week- count- expected- statistic- limit- over-' }, charts: 'weeks- rare- gaps- years-' },
  pin_coverage: { facts: 'both one_side none share', tables: { arcs: 'border sides length first second both patrols last-' }, drawn: ['line', 'dashed'] },
  // Where officers walked or will walk, and when, is nobody's outside.
  pin_patrol: {
    facts: 'wards booked tracks', tables: { arcs: 'border- length- planned_both- first- second- both-', wards: 'ward answer tracks' }, charts: 'arcs-', instead: { patrol_planned: 'patrol_untold', patrol_cancelled: 'patrol_untold' },
  },
  pin_review: {
    facts: 'count# border# received# handled#', charts: 'incidents#', parts: ['border count', 'near count', 'handled received', 'resolved_in_time resolve_due', 'inTime due'], ofAll: ['count', 'near', 'received', 'handled', 'due', 'inTime'],
    tables: { periods: 'from border# outside# received# handled# resolve_due# resolved_in_time#', work: 'from joint single zones_closed models tasks_done tasks_due drug_free' },
  },
  pin_drug_free: { facts: 'free not_free not_known', tables: { wards: 'ward status since- last- incidents#' }, charts: 'statuses' },
  // Titles of tasks are somebody's own words.
  pin_programme: { facts: 'tasks done late', tables: { tasks: 'task- state- progress- due- done-' }, charts: 'states' },
  pin_scores: { facts: 'wards least^ middle^ most^', tables: { wards: 'ward total~ steps# share~' }, charts: 'wards~' },
  pin_ward_score: { facts: 'total^ share', tables: { criteria: 'criterion state part# whole# points~ share~' }, charts: 'criteria~', parts: ['part whole'] },
  // Stages add up to what is open.
  pin_disputes: { facts: 'count# open# overdue# in_time#', tables: { stages: 'stage- count- overdue-' }, charts: 'stages-', parts: ['open count', 'overdue open', 'inTime judged', 'judged count'] },
  pin_cluster: { facts: 'count# before# open# overdue#', tables: { wards: 'ward open# overdue-', steps: 'kind- ward- lead- category- since- due- late- incident-' }, charts: 'wards-', parts: ['overdue open'], ofAll: ['count', 'before', 'open', 'overdue'] },
  // Who leads more and who less are sums of the pairs.
  pin_rules: { facts: 'count# moved# before# after#', tables: { pairs: 'from- to- count-', wards: 'ward- before- after-' }, charts: 'wards-', parts: ['moved count', 'before count', 'after count'] },
  cross_border_repeat: REPEATS,
  displacement: DISPLACEMENT,
  getis_ord: { facts: 'groups hotCells coldCells cells', tables: { groups: 'rank ward otherWard wards cells areaKm2 count# expected~ z~ p~' }, charts: 'classes', drawn: ['fill'] },
  emerging_hotspots: { facts: 'rising persistent irregular fading cold slices slice_days cells cell', tables: { classes: 'class cells incidents# share~' }, charts: 'cells', drawn: ['fill'] },
  border_distance: { facts: 'concentration^ p^ inZone# incidents# proposed bandwidth', tables: { bands: 'from to count# expected~ ratio~ low~ high~' }, drawn: ['line'], parts: ['inZone incidents'] },
  spill_over: { facts: 'spill_over_share^ p^ neighbours^ own^ overdispersion periods', tables: { wards: 'ward count# share~ low~ high~ incidents~' }, charts: 'shares~', drawn: ['line'] },
};

const CLASSES: Readonly<Record<string, ValueClass>> = { '#': 'count', '~': 'derived', '^': 'overall', '-': 'never' };

/** The ids of a list with what each is; an absent list holds nothing. */
export function readClasses(list: string | undefined): ReadonlyMap<string, ValueClass> {
  return new Map((list ?? '').split(' ').filter((one) => one !== '').map((one) => [one.replace(/[#~^-]$/, ''), CLASSES[one.at(-1)!] ?? 'plain']));
}

/** Values of sentences that are numbers, but no count of incidents, however small. */
export const PLAIN_VALUES: ReadonlySet<string> = new Set([
  'days', 'borders', 'groups', 'wards', 'moreWards', 'others', 'rises', 'falls', 'zones', 'fresh', 'gone', 'changed', 'unagreed', 'permutations', 'controls', 'dates', 'patrols', 'maybe', 'settings', 'survived',
  'steady', 'hotspots', 'cells', 'groupCells', 'places', 'slices', 'methods', 'weeks', 'clusters', 'straddling', 'told', 'segments', 'stretches', 'agreements', 'idle', 'level', 'significance', 'confidence', 'metres', 'lengthMetres', 'distance',
  'radius', 'cell', 'reach', 'areaKm2', 'km', 'expected', 'late', 'threshold', 'times', 'asked', 'everyDays', 'period', 'accuracy', 'scale', 'size', 'binMetres', 'floor', 'least', 'kinds', 'shown',
  'arcs', 'bothSides', 'oneSide', 'noSide', 'booked', 'tracks', 'tasks', 'tasksDone', 'tasksLate', 'months', 'wardsFree', 'wardsNot', 'wardsUnknown', 'wardsScored', 'fewSteps', 'limit', 'charts', 'perMonth', 'runLength', 'beforeDays', 'width',
  'defaultWidth', 'rows',
]);
/** Values of sentences that are counts of incidents or of what is open about them; so is any whole number that no list here knows. */
export const COUNT_VALUES: ReadonlySet<string> = new Set([
  'count', 'near', 'before', 'after', 'during', 'all', 'open', 'most', 'overdue', 'incidents', 'observed', 'inZone', 'recent', 'targetBefore', 'targetAfter', 'bufferBefore', 'bufferAfter', 'controlBefore', 'controlAfter', 'now', 'uncertain', 'received', 'handled', 'due', 'inTime', 'judged', 'moved',
]);
/** Values of sentences that a withheld count could be worked out from. */
export const DERIVED_VALUES: ReadonlySet<string> = new Set([
  'z', 'p', 'ratio', 'low', 'high', 'factor', 'estimate', 'changeZ', 'wardP', 'last', 'share', 'relative', 'usual', 'observed_ratio', 'wdd', 'se', 'standardError', 'rank', 'placebo', 'hitShare', 'areaShare', 'pai', 'borderShare', 'stays', 'halfAreaShare',
  'sure', 'sureness', 'recurrence', 'chance', 'perKm', 'rate', 'concentration', 'mean', 'growth', 'misassigned', 'steadiness', 'even', 'tne', 'wdq', 'total', 'lowest', 'middle', 'highest',
]);
/** Values of sentences that are words: places, kinds, days, names of patrols and zones, codes. */
export const WORD_VALUES: ReadonlySet<string> = new Set([
  'ward', 'pair', 'wardA', 'wardB', 'wardC', 'from', 'to', 'day', 'date', 'since', 'focus', 'street', 'kinds', 'kind', 'number', 'name', 'cluster', 'border', 'reading', 'standing', 'axis', 'method', 'class', 'shape', 'unagreedPair', 'denser', 'sparser',
  'patrol', 'area', 'buffer', 'control', 'edition', 'until', 'around', 'agreement', 'verdict', 'first', 'second', 'key', 'grouping', 'has', 'hour', 'category', 'over', 'risk', 'leadRule', 'window', 'sides',
]);
/** A figure a day, and the days it is a mean of: together they are a count. */
export const DAILY_VALUES: Readonly<Record<string, string>> = { usual: 'days' };
