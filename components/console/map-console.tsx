'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { Incident } from '@/lib/domain/incident';
import { readUuid } from '@/lib/domain/point-columns';
import type { Camera, MapView } from '@/lib/view/map-view';
import type { Bounds, MapController, MapHit } from '@/components/map/map-controller';
import { usePreferences } from '@/components/ui/preferences';
import { buildAreaOptions, type AreaOption } from './area-options';
import { CopyLinkButton } from './copy-link-button';
import { ConsoleLayout } from './console-layout';
import { FilterPanel } from './filter-panel';
import { HelpDialog } from '@/components/shell/help-dialog';
import { IncidentCard } from '@/components/incidents/incident-card';
import { LocateBar } from './locate-bar';
import { MapPane } from './map-pane';
import { createPointerStore } from './pointer-store';
import { ReportForm } from './report-form';
import { ResultsPanel } from './results-panel';
import { listRowsInView } from './rows-in-view';
import { StatusBanner } from './status-banner';
import { TimelineStrip } from './timeline-strip';
import { useConsoleModel } from './use-console-model';
import { useFeedEntries } from './use-feed-entries';
import { useLayerContext, useMapData } from './use-map-data';
import { useMapView } from './use-map-view';
import { useMapZones } from './use-map-zones';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { usePulse } from './use-pulse';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { useWardNames } from './use-ward-names';
import { ZoneCard } from '@/components/zones/zone-card';
import { MapTools } from './map-tools';
import { boundsOfFocusArea, boundsOfWards } from './ward-bounds';

interface MapConsoleProps {
  readonly initialView: MapView;
  /** Today in Viet Nam, by the server's clock. */
  readonly today: Day;
  readonly onSignOut: () => void;
}

/** A report under way: choosing its place, or filling in the form there. */
type Report = { readonly step: 'pick' } | { readonly step: 'form'; readonly position: readonly [number, number] };

/** The bare link looks at the T11 bridge, where four wards meet. */
const HOME: Camera = { longitude: 105.8105, latitude: 21.0375, zoom: 13.4 };
const POINT_ZOOM = 15.5;
/** Half of what the half-open sheet of a phone covers. */
const SHEET_LIFT_PIXELS = 190;
const MAY_REPORT: readonly string[] = ['officer', 'analyst', 'commander', 'admin'];
const NOTHING: readonly never[] = [];

const firstCamera = ({ camera, pin }: MapView): Camera =>
  camera ?? (pin === null ? HOME : { longitude: pin[0], latitude: pin[1], zoom: POINT_ZOOM });

/** The map page: filters, map, results and time strip around one view that lives in the address bar. */
export function MapConsole({ initialView, today, onSignOut }: MapConsoleProps) {
  const { toggleLanguage, toggleTheme } = usePreferences();
  const [view, update] = useMapView(initialView);
  const model = useConsoleModel(view, today);
  const { zones, drawn } = useMapZones(model.referenceDay);
  const context = useLayerContext(view, model, drawn);
  const { data, arcIndex } = useMapData(model, drawn);
  const { reference, edition, feed, summary, wardsQuery } = model;
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const wardNames = useWardNames(reference?.editions ?? NOTHING);
  const phone = useMediaQuery('(max-width: 899px)');
  const controllerRef = useRef<MapController | null>(null);
  const [pointer] = useState(createPointerStore);
  const [camera, setCamera] = useState(() => firstCamera(initialView));
  const [bounds, setBounds] = useState<Bounds | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const [zoneId, setZoneId] = useState<string | null>(null);
  const zone = zones.find(({ id }) => id === zoneId);

  const rowsInView = useMemo(() => listRowsInView(feed.points, summary?.rows, bounds), [feed.points, summary, bounds]);
  const feedEntries = useFeedEntries(feed, summary?.rows);
  const areaOptions = useMemo(() => (edition === null ? [] : buildAreaOptions(edition, wards, model.clusters)), [edition, wards, model.clusters]);
  const rowById = useMemo(() => {
    const { points } = feed;
    return new Map(Array.from({ length: points?.count ?? 0 }, (_, row) => [points === null ? '' : readUuid(points.ids, row), row]));
  }, [feed]);
  const selectedRow = view.incident === null ? undefined : rowById.get(view.incident);
  const incidentPosition = useMemo((): readonly [number, number] | null => {
    const { points } = feed;
    return points === null || selectedRow === undefined ? null : [points.longitudes[selectedRow] ?? 0, points.latitudes[selectedRow] ?? 0];
  }, [feed, selectedRow]);

  usePulse(feed, controllerRef);
  const covered = phone ? 2 * SHEET_LIFT_PIXELS : 0;
  const { clusters } = model;
  // An officer starts at, and comes home to, the own ward and those it is linked with: elsewhere there is nothing to see.
  const homeBounds = useMemo(() => {
    const own = reference?.me.role === 'officer' && edition?.effectiveTo === null ? reference.me.ward?.code : undefined;
    if (wards === null || own === undefined) return null;
    return boundsOfWards(wards, new Set([own, ...clusters.filter(({ memberCodes }) => memberCodes.includes(own)).flatMap(({ memberCodes }) => memberCodes)]));
  }, [reference, edition, wards, clusters]);
  const goHome = useCallback((): void => {
    if (homeBounds === null) controllerRef.current?.moveTo(HOME);
    else controllerRef.current?.fit(homeBounds);
  }, [homeBounds]);
  const framedRef = useRef(initialView.camera !== null || initialView.pin !== null);
  const mapReady = bounds !== null;
  useEffect(() => {
    if (framedRef.current || !mapReady || homeBounds === null) return;
    framedRef.current = true;
    goHome();
  }, [mapReady, homeBounds, goHome]);

  const onMoved = useCallback((next: Camera, nextBounds: Bounds) => {
    setCamera(next);
    setBounds(nextBounds);
    update({ camera: next }, 'replace');
  }, [update]);

  const openRow = (row: number): void => {
    const { points } = feed;
    if (points === null) return;
    setReport(null);
    update({ incident: readUuid(points.ids, row), pin: null });
  };
  const onMapClick = (position: readonly [number, number], hit: MapHit): void => {
    if (report !== null) {
      setReport({ step: 'form', position });
      update({ pin: position, incident: null }, 'replace');
    } else if (hit.kind === 'incident') openRow(hit.row);
    else if (hit.kind === 'group') void controllerRef.current?.expandGroup(hit.id, position);
    else update({ pin: position }, view.pin === null ? 'push' : 'replace');
    setZoneId(report === null && hit.kind === 'zone' ? hit.id : null);
  };
  const onListedRow = (row: number): void => {
    const { points } = feed;
    openRow(row);
    if (points !== null) controllerRef.current?.moveTo({ longitude: points.longitudes[row] ?? 0, latitude: points.latitudes[row] ?? 0, zoom: Math.max(camera.zoom, POINT_ZOOM) }, phone ? SHEET_LIFT_PIXELS : 0);
  };
  const onArea = (option: AreaOption | null): void => {
    if (option?.kind === 'focus') {
      const area = model.clusters.flatMap(({ focusAreas }) => focusAreas).find(({ id }) => id === option.value);
      if (area !== undefined) controllerRef.current?.fit(boundsOfFocusArea(area), covered);
      return;
    }
    update({ ward: option?.kind === 'ward' ? option.value : null, cluster: option?.kind === 'cluster' ? option.value : null });
    if (option === null || wards === null) return;
    const codes = option.kind === 'ward' ? [option.value.split('/')[1] ?? ''] : (model.clusters.find(({ id }) => id === option.value)?.memberCodes ?? []);
    const box = boundsOfWards(wards, new Set(codes));
    if (box !== null) controllerRef.current?.fit(box, covered);
  };
  const onGoTo = (position: readonly [number, number]): void => {
    controllerRef.current?.moveTo({ longitude: position[0], latitude: position[1], zoom: Math.max(camera.zoom, POINT_ZOOM) }, phone ? SHEET_LIFT_PIXELS : 0);
    onMapClick(position, { kind: 'ground' });
  };
  const onSent = (incident: Incident): void => {
    setReport(null);
    update({ incident: incident.id, pin: null });
    feed.refresh();
  };
  const closeAll = (): void => {
    if (report !== null) setReport(null);
    else if (view.incident !== null || view.pin !== null) update({ incident: null, pin: null });
  };
  const mayReport = reference !== null && MAY_REPORT.includes(reference.me.role);
  useShortcuts({
    '/': () => document.querySelector<HTMLElement>('[data-testid="area-search"]')?.focus(),
    '?': () => setHelpOpen(true),
    ...(mayReport ? { n: () => setReport({ step: 'pick' }) } : {}),
    g: () => update({ borderZoneOnly: !view.borderZoneOnly }), l: toggleLanguage, d: toggleTheme, escape: closeAll,
  });

  const at = view.at === null ? null : `${view.at}T12:00:00+07:00`;
  const selectedArea = areaOptions.find(({ kind, value }) => (kind === 'ward' ? value === view.ward : value === view.cluster)) ?? null;
  const detail = report?.step === 'form' && reference !== null ? (
    <ReportForm
      key={report.position.join()} position={report.position} categories={reference.categories} me={reference.me}
      onChangePlace={() => setReport({ step: 'pick' })} onCancel={() => setReport(null)} onSent={onSent}
    />
  ) : view.incident !== null ? (
    <IncidentCard
      id={view.incident} categories={reference?.categories ?? NOTHING} aside={<CopyLinkButton />}
      mayReadText={reference !== null && reference.me.role !== 'viewer'} wardNames={wardNames} onClose={() => update({ incident: null })}
    />
  ) : null;

  return (
    <>
      <ConsoleLayout
        phone={phone} me={reference?.me ?? null} picking={report?.step === 'pick'} detail={detail} referenceQuery={model.referenceQuery} model={model}
        onHelp={() => setHelpOpen(true)} onSignOut={onSignOut}
        filters={<FilterPanel view={view} model={model} today={today} areaOptions={areaOptions} selectedArea={selectedArea} onArea={onArea} onGoTo={onGoTo} onUpdate={update} />}
        results={<ResultsPanel view={view} model={model} wardNames={wardNames} rowsInView={rowsInView} feedEntries={feedEntries} onUpdate={update} onIncident={onListedRow} />}
        timeline={<TimelineStrip view={view} model={model} onUpdate={update} role={reference?.me.role ?? null} />}
        map={
          <MapPane
            context={context} groundMissing={reference?.basemap.kind === 'style' && context?.basemap.kind === 'builtin'} data={data} camera={camera} day={model.referenceDay} asOfSeconds={feed.points?.asOf ?? null} picking={report?.step === 'pick'} phone={phone}
            controllerRef={controllerRef} pointer={pointer} onMoved={onMoved} onClick={onMapClick} onHome={goHome} onGoTo={onGoTo} onCancelPick={() => setReport(null)}
            onReport={mayReport && report === null ? () => setReport({ step: 'pick' }) : null}
            {...(reference === null ? {} : { tools: <MapTools role={reference.me.role} view={view} /> })}
          >
            <StatusBanner feed={feed} />
            <LocateBar
              pointer={pointer} pin={view.pin} at={at} arcs={arcIndex} incidentPosition={incidentPosition} controllerRef={controllerRef} silent={report?.step === 'form'} onUnpin={() => update({ pin: null })}
              onFilterWard={(code, editionId) => update({ ward: `${editionId}/${code}`, cluster: null })}
              onReport={mayReport && report === null ? (position) => setReport({ step: 'form', position }) : null}
            />
            {zone === undefined ? null : <ZoneCard zone={zone} onClose={() => setZoneId(null)} />}
          </MapPane>
        }
      />
      <HelpDialog open={helpOpen} onOpenChange={setHelpOpen} />
    </>
  );
}
