'use client';

import { MapConsole } from '@/components/console/map-console';
import { getBrowserClient, type BrowserBackend } from '@/lib/db/browser-client';
import type { Day } from '@/lib/domain/instant';
import type { MapView } from '@/lib/view/map-view';

interface MapPageProps {
  readonly initialView: MapView;
  readonly today: Day;
  readonly backend: BrowserBackend;
}

/** Joins the page to the session: signing out is the one thing it needs supabase for. */
export function MapPage({ initialView, today, backend }: MapPageProps) {
  const signOut = async (): Promise<void> => {
    await getBrowserClient(backend).auth.signOut({ scope: 'local' });
    window.location.assign('/sign-in');
  };
  return <MapConsole initialView={initialView} today={today} onSignOut={() => void signOut()} />;
}
