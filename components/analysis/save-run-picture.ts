import type { AnalysisRunDetail } from '@/lib/domain/analysis';
import { formatDay, formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { formatMetres } from '@/lib/format/format-number';
import type { Language } from '@/lib/format/language';
import { chooseScale } from '@/lib/layers/choose-scale';
import type { LayerContext } from '@/lib/layers/layer-context';
import { listLegend } from '@/lib/layers/layer-registry';
import { tell } from '@/lib/messages/analysis/tell';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import type { Messages } from '@/lib/messages/messages';
import type { MapController } from '@/components/map/map-controller';
import { drawPicture } from './export-picture';
import { savePicture } from './save-picture';

interface RunPicture {
  readonly controller: MapController;
  readonly context: LayerContext;
  readonly run: AnalysisRunDetail;
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
  readonly messages: Messages;
  readonly language: Language;
  readonly areaName: string;
}

const tokenOf = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Saves the map of a run as PNG with what has to stand beside it: claim, scope, legend, scale, north, date of the data, sources. */
export async function saveRunPicture({ controller, context, run, texts, phrases, messages, language, areaName }: RunPicture): Promise<void> {
  const { outcome, scope } = run;
  if (outcome === null) return;
  await document.fonts.ready;
  const map = controller.takePicture();
  const scale = chooseScale(controller.camera);
  const headline = tell(outcome.kind === 'found' ? outcome.headline : outcome.reason, texts, phrases);
  const categories = scope.categories.length === 0 ? messages.analysis.scope.allCategories : scope.categories.map((code) => phrases.category(code)).join(', ');
  const canvas = drawPicture({
    map, pixelRatio: window.devicePixelRatio, title: run.name ?? texts.title, lines: [headline, [areaName, formatDayRange(scope.from, scope.to), categories].join(' · ')],
    legendTitle: messages.legend.title, legend: listLegend(context, messages), scale: { pixels: scale.pixels, label: formatMetres(scale.metres, language) }, north: language === 'vi' ? 'B' : 'N',
    footer: [...(run.asOf === null ? [] : [messages.map.asOf(formatInstant(run.asOf))]), messages.map.boundaryAt(formatDay(scope.to)), messages.map.attribution],
    colours: { paper: tokenOf('--surface'), ink: tokenOf('--ink'), quiet: tokenOf('--ink-2'), line: tokenOf('--line') },
  });
  await savePicture(canvas, `giap-ranh-${run.method.replaceAll('_', '-')}-${scope.from}-${scope.to}.png`);
}
