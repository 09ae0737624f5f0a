import type { Values } from '../../domain/analysis-result';
import { borderCommonEn } from './border-common-en';
import type { MethodTexts, Phrases } from './method-texts';
import { placeEn } from './place-words';

const where = (v: Values, say: Phrases): string => `${v.street === null ? '' : `${say.text(v.street)}, `}border of ${placeEn(v, say)}`;
const what = (v: Values, say: Phrases): string => `${say.count(v.count)} incidents in ${say.count(v.days)} days, usually ${say.number(v.expected, 1)}`;

/** English words of the hidden-hotspot detector. */
export const hiddenHotspotsEn: MethodTexts = {
  title: 'Hotspots hidden by a border',
  question: 'Is there a place along a border that clearly rose as a whole, yet is so split among wards that none of them sees anything unusual?',
  reading: 'A place in the alarm colour rose beyond chance as a whole, while each ward by itself is as usual: only the wards together can see it. The table sets the numbers of the place beside those of each ward.',
  source: 'Own construction (B-15) on the Bernoulli scan of Kulldorff (1997); the p of a ward is a Poisson or negative binomial tail.',
  parameters: {
    window: { label: 'When', help: 'The last days against the time before them, or any run of days of the period against the rest.', choices: { last: 'The last days', any: 'Any run of days' } },
    recentDays: { label: 'Days looked at', help: 'The last days that count as recent; when any run is looked at, the longest run.' },
    candidates: { label: 'Which shapes', help: 'Stretches along borders and discs around points where three wards meet; also discs along borders; also clusters of incidents that straddle a border.', choices: { corridors: 'Stretches and tri-points', discs: 'Also discs along borders', clusters: 'Also clusters across borders' } },
    widthMetres: { label: 'Width on each side', help: 'Incidents no farther than this from the border, on both sides, belong to a stretch; half the width is tried too.' },
    longestMetres: { label: 'Longest stretch', help: 'Longest piece of border that is looked at as one hotspot, in metres.' },
    discMetres: { label: 'Largest disc', help: 'Largest radius around a place on a border, in metres; all smaller ones are tried too.' },
    leastEvents: { label: 'Fewest incidents', help: 'Places with fewer recent incidents are left out.' },
    level: { label: 'Level of the hotspot', help: 'The hotspot as a whole counts as real when its p, the search allowed for, is below this.' },
    wardLevel: { label: 'Level of the ward', help: 'A ward counts as seeing nothing when the p of the whole ward is above this.' },
    tails: { label: 'How wards vary', help: 'Counts of wards vary as pure chance does (Poisson), or more (negative binomial, estimated from the calm time).', choices: { poisson: 'Poisson', negative_binomial: 'Negative binomial' } },
    permutations: { label: 'Permutations', help: 'How often the days are dealt anew to learn how strong a rise chance alone makes.' },
  },
  told: {
    ...borderCommonEn,
    found: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); no ward sees more than ${say.count(v.most)} (the most unusual: ${say.p(v.wardP)}).${Number(v.others) > 0 ? ` ${say.count(v.others)} more hidden hotspots.` : ''}`,
    none_hidden: (v, say) => `No hotspot is hidden by a border: the ${say.count(v.sure)} places that rose beyond chance show in at least one ward, or lie in one.`,
    none: (v, say) => `No place along a border rose beyond chance. The strongest is ${where(v, say)}: ${what(v, say)} (${say.p(v.p)}, level ${say.number(v.level, 3)}).`,
    none_at_all: () => 'No place along a border has enough recent incidents to be looked at.',
    hidden: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); ${say.count(v.wards)} wards, none sees more than ${say.count(v.most)} (${say.p(v.wardP)}).`,
    seen: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); a ward sees it by itself (${say.p(v.wardP)}).`,
    one_ward: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); within one ward.`,
    legend_hidden: () => 'Hotspot hidden by a border', legend_incident: () => 'Incident of those days',
    legend_seen: () => 'Border hotspot that a ward sees by itself', legend_one_ward: () => 'Hotspot beside a border, within one ward',
    about_p: (v, say) => `p allows for the whole search (${say.count(v.permutations)} permutations): if nothing is there, the chance of even one false call is at most ${say.in('share', v.level)}.`,
    dispersion_unknown: () => 'The calm time is too short to estimate how much wards vary; Poisson was used.',
    zone_cuts_wards: () => 'The area is a drawn zone: counts of wards hold only their part inside it, so "no ward sees it" is true of that part only.',
  },
  facts: {
    count: { label: 'Incidents at the strongest place', help: 'Recent incidents at the place on top of the table.' }, expected: { label: 'Usual', help: 'What the calm time at that very place leads to expect: (calm count + ½) × days / calm days.' },
    p: { label: 'p of that place', help: 'Its rank among the strongest places of the permutations; allows for the search.' }, wardP: { label: 'Smallest p of a ward', help: 'The ward that sees most against its own usual number.' },
    concealment: { label: 'Concealment', help: 'log₁₀ of the smallest ward p less log₁₀ of the hotspot p: the larger, the better hidden.' }, evenness: { label: 'Evenness', help: '100% is split evenly among the wards, 0% is all in one.' },
    hidden: { label: 'Hidden hotspots', help: 'Places that really rose as a whole while every ward is as usual.' }, seen: { label: 'Visible hotspots', help: 'Border places that really rose and that at least one ward sees by itself.' },
    families: { label: 'Stretches and discs', help: 'In each of them every stretch or radius was tried.' }, dispersion: { label: 'Extra variation (ψ)', help: 'Variance = mean + ψ × mean²; 0 is Poisson.' },
  },
  tables: {
    candidates: { title: 'The strongest places', columns: { rank: 'Rank', kind: 'Kind', wards: 'Wards', from: 'From', to: 'To', count: 'Incidents', expected: 'Usual', p: 'p', wardMost: 'Largest ward count', wardP: 'Smallest ward p', concealment: 'Concealment', evenness: 'Evenness' } },
    wards: { title: 'What each ward sees', columns: { rank: 'Rank', ward: 'Ward', inCluster: 'In the hotspot', count: 'Whole ward', expected: 'Usual of the ward', p: 'p of the ward' } },
  },
  charts: {
    history: { title: 'Incidents at the strongest place over time', x: 'First day of the stretch', y: 'Incidents', series: { cluster: 'At that place' }, marks: { normal: 'Usual' } },
    wards: { title: 'The wards of the strongest place', x: 'Ward', y: 'Incidents', series: { count: 'Whole ward', expected: 'Usual', inCluster: 'In the hotspot' } },
  },
  classes: { hidden: 'Hidden', seen: 'A ward sees it', one_ward: 'In one ward', weak: 'Not beyond chance' },
};
