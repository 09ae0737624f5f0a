import { featureFilter, latest, normalizePropertyExpression, type Feature, type LayerSpecification, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import type { ProjectedFeature } from './projected-source';

/** A value of the style language as an expression leaves it. */
type Evaluated = unknown;

const NO_FEATURE: ProjectedFeature = { type: 1, properties: {}, parts: [] };
const specifications = latest as unknown as Readonly<Record<string, Readonly<Record<string, StylePropertySpecification>>>>;

const asFeature = ({ type, properties }: ProjectedFeature): Feature => ({ type, properties }) as Feature;

/** The properties of one layer at one zoom, worked out feature by feature. */
export class StyleValues {
  private readonly evaluators = new Map<string, (feature: ProjectedFeature) => Evaluated>();

  constructor(private readonly layer: LayerSpecification, private readonly zoom: number) {}

  /** Whether the layer is drawn at this zoom. */
  get isShown(): boolean {
    const { minzoom = 0, maxzoom = 24 } = this.layer;
    return this.zoom >= minzoom && this.zoom < maxzoom && this.layer.layout?.visibility !== 'none';
  }

  /** The features that pass the layer's filter. */
  filter(features: readonly ProjectedFeature[]): readonly ProjectedFeature[] {
    const { layer, zoom } = this;
    if (!('filter' in layer) || layer.filter === undefined) return features;
    const { filter } = featureFilter(layer.filter, `layers.${layer.id}.filter`);
    return features.filter((feature) => filter({ zoom }, asFeature(feature)));
  }

  /** The features in drawing order: by sort key where the layer has one. */
  sort(features: readonly ProjectedFeature[]): readonly ProjectedFeature[] {
    const name = `${this.layer.type}-sort-key`;
    if (!this.has(name)) return features;
    const keys = new Map(features.map((feature) => [feature, this.number(name, feature)]));
    return [...features].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
  }

  /** Whether the layer says anything about a property. */
  has(name: string): boolean {
    return this.rawOf(name) !== undefined;
  }

  number(name: string, feature = NO_FEATURE): number {
    const value = this.evaluate(name, feature);
    return typeof value === 'number' ? value : 0;
  }

  flag(name: string, feature = NO_FEATURE): boolean {
    return this.evaluate(name, feature) === true;
  }

  text(name: string, feature = NO_FEATURE): string {
    const value = this.evaluate(name, feature);
    if (typeof value === 'string') return value;
    if (value instanceof Object && 'name' in value && typeof value.name === 'string') return value.name;
    return value instanceof Object ? String(value) : '';
  }

  numbers(name: string, feature = NO_FEATURE): readonly number[] {
    const value = this.evaluate(name, feature);
    return Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : [];
  }

  texts(name: string, feature = NO_FEATURE): readonly string[] {
    const value = this.evaluate(name, feature);
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  }

  /** A colour as `#rrggbb` and how opaque it is, 0 to 1. */
  colour(name: string, feature = NO_FEATURE): { readonly hex: string; readonly alpha: number } {
    const value = this.evaluate(name, feature);
    const rgb = value instanceof Object && 'rgb' in value && Array.isArray(value.rgb) ? (value.rgb as readonly number[]) : [0, 0, 0, 0];
    const hex = rgb.slice(0, 3).map((one) => Math.round(one * 255).toString(16).padStart(2, '0')).join('');
    return { hex: `#${hex}`, alpha: rgb[3] ?? 1 };
  }

  private rawOf(name: string): unknown {
    const { paint = {}, layout = {} } = this.layer as { paint?: Readonly<Record<string, unknown>>; layout?: Readonly<Record<string, unknown>> };
    return paint[name] ?? layout[name];
  }

  private evaluate(name: string, feature: ProjectedFeature): Evaluated {
    const known = this.evaluators.get(name) ?? this.compile(name);
    this.evaluators.set(name, known);
    return known(feature);
  }

  /** What does not depend on the feature is worked out once. */
  private compile(name: string): (feature: ProjectedFeature) => Evaluated {
    const { layer, zoom } = this;
    const specification = specifications[`paint_${layer.type}`]?.[name] ?? specifications[`layout_${layer.type}`]?.[name];
    if (specification === undefined) throw new Error(`${layer.type} layers have no property ${name}`);
    const raw = this.rawOf(name) ?? specification.default;
    if (raw === undefined) return () => undefined;
    const expression = normalizePropertyExpression(raw as never, `layers.${layer.id}.${name}`, specification);
    if (expression.kind === 'constant' || expression.kind === 'camera') {
      const value: Evaluated = expression.evaluate({ zoom });
      return () => value;
    }
    return (feature) => expression.evaluate({ zoom }, asFeature(feature)) as Evaluated;
  }
}
