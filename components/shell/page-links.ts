import { Award, BellRing, ChartScatter, Footprints, Handshake, Link2, ListChecks, Map as MapIcon, MonitorPlay, Presentation, Scale, SquareDashed, Target, TrendingUp, type LucideIcon } from 'lucide-react';
import { MAY_SEE_ALARMS } from '@/lib/domain/alarm';
import { MAY_READ_ANALYSES } from '@/lib/domain/analysis';
import type { Role } from '@/lib/domain/role';
import { MAY_SEE_SCORES } from '@/lib/domain/score';
import type { Messages } from '@/lib/messages/messages';

/** A page of the console and how its link looks. */
export interface PageLink {
  readonly path: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** Whether the number of things that wait stands on it. */
  readonly counted: boolean;
}

/** Pages that only these roles can use. */
const RESERVED: Readonly<Record<string, readonly Role[]>> = { '/alarms': MAY_SEE_ALARMS, '/analysis': MAY_READ_ANALYSES, '/rules': ['analyst', 'commander', 'admin'], '/scores': MAY_SEE_SCORES };

/** The pages a role can open, in their order; a reader whose role is not known yet sees those for everyone. */
export function listPageLinks(role: Role | null, { alarms, app, briefings, disputes, programmes, scores, shell, trends, zones }: Messages): readonly PageLink[] {
  const all: readonly PageLink[] = [
    { path: '/map', icon: MapIcon, label: app.map, counted: false },
    { path: '/incidents', icon: ListChecks, label: shell.incidents, counted: true },
    { path: '/alarms', icon: BellRing, label: alarms.title, counted: false },
    { path: '/analysis', icon: ChartScatter, label: shell.analysis, counted: false },
    { path: '/trends', icon: TrendingUp, label: trends.title, counted: false },
    { path: '/zones', icon: SquareDashed, label: zones.title, counted: false },
    { path: '/disputes', icon: Handshake, label: disputes.title, counted: false },
    { path: '/clusters', icon: Link2, label: shell.clusters, counted: false },
    { path: '/patrols', icon: Footprints, label: shell.patrols, counted: false },
    { path: '/programmes', icon: Target, label: programmes.title, counted: false },
    { path: '/scores', icon: Award, label: scores.title, counted: false },
    { path: '/rules', icon: Scale, label: shell.rules, counted: false },
    { path: '/briefings', icon: Presentation, label: briefings.title, counted: false },
    { path: '/wall', icon: MonitorPlay, label: shell.wall, counted: false },
  ];
  return all.filter(({ path }) => RESERVED[path] === undefined || (role !== null && RESERVED[path].includes(role)));
}

/** Whether a path belongs to a page: the page itself or something below it. */
export function isWithin(path: string, page: string): boolean {
  return path === page || path.startsWith(`${page}/`);
}
