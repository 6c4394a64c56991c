// The paths of the what-if sliders, unpacked from what the page carries, and what they come to under changed settings.
import type { Text } from './spec';

export interface PackedColumn { low: number; step: number; codes: string }
export type Limit = 'none' | 'notCovered' | 'certain' | 'tooManySteps';
export interface EventSpec {
  id: string; name: Text; isRisk: boolean; probability: number; limit: Limit;
  hazard: (number | null)[]; steps: string; recurringSteps: string;
  triggeredBy: { event: number; multiple: number; years: number }[];
}
/** A figure of the run and its standard error. */
export type RunFigure = [number, number];
export interface RunFigures { median: RunFigure; mean: RunFigure; es95: RunFigure; loss: RunFigure }
export interface PortfolioSpec {
  id: string; name: Text; owes: boolean;
  positions: { instrument: number; weight: number; grown: number; quantity: number }[];
  gains: PackedColumn[]; held: RunFigures; followed: RunFigures | null;
}
export interface WhatIfSpec {
  paths: number; runPaths: number; command: string; years: number[];
  events: EventSpec[];
  predictions: { id: string; name: Text; holds: string }[];
  factors: { id: string; name: Text; pricedIn: number; move: number }[];
  instruments: { id: string; name: Text; logValues: PackedColumn; exposures: number[]; shifts: boolean; isPriced: boolean }[];
  recommendations: { id: string; name: Text; size: number }[];
  portfolios: PortfolioSpec[];
}

/** What the reader has changed, by place; what is absent is as in the run. */
export interface Setting {
  probabilities: Map<number, number>;
  beliefs: Map<number, number>;
  pricedIn: Map<number, number>;
  sizes: Map<number, number>;
  /** By portfolio, then by position. */
  weights: Map<number, Map<number, number>>;
}

const bytes = (text: string) => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

function numbers(column: PackedColumn): Float64Array {
  const packed = new DataView(bytes(column.codes).buffer);
  return Float64Array.from({ length: packed.byteLength / 2 }, (_, k) => {
    const code = packed.getUint16(2 * k, true);
    return code === 0 ? -Infinity : column.low + (code - 1) * column.step;
  });
}

export class Paths {
  /** By event and path, the steps in which it occurs, counted from 0, in order. */
  private readonly occurrences: number[][][];
  private readonly values: Float64Array[];
  private readonly gains: Float64Array[][];
  readonly holds: boolean[][];

  constructor(readonly spec: WhatIfSpec) {
    this.occurrences = spec.events.map(event => this.occurrencesOf(event));
    this.values = spec.instruments.map(i => numbers(i.logValues).map(Math.exp));
    this.gains = spec.portfolios.map(p => p.gains.map(numbers));
    this.holds = spec.predictions.map(p => {
      const packed = bytes(p.holds);
      return Array.from({ length: spec.paths }, (_, k) => ((packed[k >> 3]! >> (k & 7)) & 1) === 1);
    });
  }

  get count(): number {
    return this.spec.paths;
  }

  private occurrencesOf(event: EventSpec): number[][] {
    const steps = event.hazard.length;
    if (event.recurringSteps === '') return Array.from(bytes(event.steps), step => (step === 0 ? [] : [step - 1]));
    const packed = bytes(event.recurringSteps);
    return Array.from({ length: this.spec.paths }, (_, k) => {
      const occurred: number[] = [];
      for (let j = 0; j < Math.min(steps, 64); j++) {
        if ((packed[8 * k + (j >> 3)]! >> (j & 7)) & 1) occurred.push(j);
      }
      return occurred;
    });
  }

  /** What triggers multiply an event's hazard by in a step of a path: they see the occurrences of earlier steps only. */
  private multiple(event: EventSpec, path: number, step: number): number {
    const years = this.spec.years;
    let multiple = 1;
    for (const trigger of event.triggeredBy) {
      let last = -1;
      for (const at of this.occurrences[trigger.event]![path]!) if (at < step) last = at;
      if (last < 0) continue;
      const acts = years[last + 1]! + trigger.years - years[step]!;
      multiple *= 1 + Math.min(1, Math.max(0, acts / (years[step + 1]! - years[step]!))) * (trigger.multiple - 1);
    }
    return multiple;
  }

  /**
   * The logarithm of each path's likelihood ratio when an event's probability is another one: its hazard is then c times what it was, and
   * in each step in which it may occur it does so with probability 1 - exp(-hazard).
   */
  logRatios(at: number, probability: number): Float64Array {
    const event = this.spec.events[at]!;
    const recurs = event.recurringSteps !== '';
    const c = Math.log1p(-probability) / Math.log1p(-event.probability);
    return Float64Array.from({ length: this.count }, (_, path) => {
      const occurred = this.occurrences[at]![path]!;
      let [ratio, next] = [0, 0];
      for (let step = 0; step < event.hazard.length; step++) {
        const plain = event.hazard[step]!;
        const occurs = occurred[next] === step;
        if (plain > 0) {
          const hazard = plain * this.multiple(event, path, step);
          ratio += occurs ? Math.log(Math.expm1(-c * hazard) / Math.expm1(-hazard)) : (1 - c) * hazard;
        }
        if (!occurs) continue;
        if (!recurs) break;
        next++;
      }
      return ratio;
    });
  }

  /** Profits as held: each position's weight times what a unit of it gained. */
  held(portfolio: number, setting: Setting): Float64Array {
    const spec = this.spec.portfolios[portfolio]!;
    const weights = weightsOf(spec, setting.weights.get(portfolio));
    const profits = new Float64Array(this.count);
    spec.positions.forEach((position, p) => {
      const values = this.values[position.instrument]!;
      const factor = position.grown * Math.exp(this.shift(position.instrument, setting));
      for (let k = 0; k < profits.length; k++) profits[k]! += weights[p]! * (values[k]! * factor - 1);
    });
    return profits;
  }

  /** What another pricedIn adds to the logarithm of an instrument's value. */
  private shift(instrument: number, setting: Setting): number {
    let shift = 0;
    for (const [f, pricedIn] of setting.pricedIn) {
      const factor = this.spec.factors[f]!;
      shift -= this.spec.instruments[instrument]!.exposures[f]! * (pricedIn - factor.pricedIn) * factor.move;
    }
    return shift;
  }

  /** Profits following all: the gains of the overlays add, each in proportion to its size. */
  followed(portfolio: number, setting: Setting): Float64Array {
    const profits = this.held(portfolio, setting);
    this.spec.recommendations.forEach((recommendation, r) => {
      const scale = (setting.sizes.get(r) ?? recommendation.size) / recommendation.size;
      const gains = this.gains[portfolio]![r]!;
      for (let k = 0; k < profits.length; k++) profits[k]! += scale * gains[k]!;
    });
    return profits;
  }
}

/** The weights of a portfolio's positions: those that were changed as they are, the others in proportion, so that all add to 1. */
export function weightsOf(portfolio: PortfolioSpec, changed: Map<number, number> | undefined): number[] {
  const before = portfolio.positions.map(p => p.weight);
  if (!changed || changed.size === 0) return before;
  let [left, free] = [1, 0];
  before.forEach((weight, p) => {
    if (changed.has(p)) left -= changed.get(p)!;
    else free += weight;
  });
  return before.map((weight, p) => changed.get(p) ?? (weight * left) / free);
}
