'use client';

import { MapConsole } from '@/components/console/map-console';
import { useShell } from '@/components/shell/shell-provider';
import type { Day } from '@/lib/domain/instant';
import type { MapView } from '@/lib/view/map-view';

interface MapPageProps {
  readonly initialView: MapView;
  readonly today: Day;
}

/** Joins the map to the shell around it. */
export function MapPage({ initialView, today }: MapPageProps) {
  const { signOut } = useShell();
  return <MapConsole initialView={initialView} today={today} onSignOut={signOut} />;
}
