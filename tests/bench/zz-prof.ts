import { demoBriefing } from '../helpers/briefing-input';
import { listBorderMembers } from '../../lib/briefing/border-members';
import { composeHidden } from '../../lib/briefing/hidden-hotspots';
import { composeLeague } from '../../lib/briefing/border-league';
import { composeChange } from '../../lib/briefing/change-map';
import { composeWatch } from '../../lib/briefing/watch-list';
import { composePatrol } from '../../lib/briefing/patrol';
import { thicken } from './briefing';
const D = { from: '2026-10-04', to: '2026-10-31' };
for (const area of [{ kind: 'wards' as const, codes: ['00008', '00025', '00160'] }, { kind: 'province' as const, provinceCode: '01' }]) for (const change of [undefined, thicken]) {
  const input = demoBriefing(area, '2026-10-31T23:59:00+07:00', D, {}, change);
  const out: string[] = [];
  const t = <T>(name: string, f: () => T): T => { const c = process.cpuUsage(); const r = f(); out.push(`${name} ${(process.cpuUsage(c).user / 1e6).toFixed(2)}`); return r; };
  const m = t('members', () => listBorderMembers(input.analysis));
  const w = t('watch', () => composeWatch(input, () => true));
  t('hidden', () => composeHidden(input, () => true)); t('league', () => composeLeague(input, () => true)); t('change', () => composeChange(input, m));
  t('patrol', () => composePatrol(input, () => true));
  console.log(area.kind, input.analysis.points.count, out.join(' | '), w?.link);
}
