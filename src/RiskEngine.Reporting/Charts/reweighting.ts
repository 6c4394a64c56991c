// Figures of weighted paths with their errors, and the weights themselves: likelihood ratios for probabilities of risks, the least change
// in Kullback-Leibler divergence for beliefs (Csiszar 1975: proportional fitting converges to it).

export type FigureName = 'median' | 'mean' | 'es95' | 'loss';
export const figureNames: FigureName[] = ['median', 'mean', 'es95', 'loss'];

const tail = 0.05;

/** Weights that add to 1 from logarithms of likelihood ratios. */
export function weightsFrom(logRatios: Float64Array[], count: number): Float64Array {
  const sum = new Float64Array(count);
  for (const ratios of logRatios) for (let k = 0; k < count; k++) sum[k]! += ratios[k]!;
  const highest = sum.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = sum.map(ratio => Math.exp(ratio - highest));
  return scaled(weights, 1 / total(weights));
}

const total = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
const scaled = (values: Float64Array, by: number) => values.map(v => v * by);

export interface Belief { holds: boolean[]; probability: number }

/** Weights under which each prediction comes true with the probability that is believed; null where no path allows it. */
export function believe(weights: Float64Array, beliefs: Belief[]): Float64Array | null {
  let now = weights;
  for (let round = 0; round < 500; round++) {
    let worst = 0;
    for (const { holds, probability } of beliefs) {
      const share = now.reduce((sum, w, k) => (holds[k] ? sum + w : sum), 0);
      if ((share <= 0 && probability > 0) || (share >= 1 && probability < 1)) return null;
      worst = Math.max(worst, Math.abs(share - probability));
      const [yes, no] = [share > 0 ? probability / share : 0, share < 1 ? (1 - probability) / (1 - share) : 0];
      now = now.map((w, k) => w * (holds[k] ? yes : no));
    }
    if (worst < 1e-9) return now;
  }
  return null;
}

/** How many equally weighted paths tell as much (Kish 1965). */
export const effective = (weights: Iterable<number>) => {
  let [sum, squares] = [0, 0];
  for (const w of weights) [sum, squares] = [sum + w, squares + w * w];
  return squares > 0 ? (sum * sum) / squares : 0;
};

/** A figure of the paths, and by path what it would move by if that path weighed more: its influence, of mean 0. */
interface Sampled { value: number; influence: Float64Array }

export interface PathFigures { figures: Record<FigureName, Sampled>; tailEffective: number }

/** The figures of weighted profits. Quantiles are Hyndman and Fan's type 1, as in the engine. */
export function figuresOf(profits: Float64Array, weights: Float64Array, beliefs: Belief[]): PathFigures {
  const n = profits.length;
  const order = Float64Array.from({ length: n }, (_, k) => k).sort((a, b) => profits[a]! - profits[b]!);
  const cumulated = new Float64Array(n);
  let sum = 0;
  order.forEach((k, rank) => (cumulated[rank] = sum += weights[k]!));
  const quantile = (p: number) => {
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! >= p - 1e-12) high = middle;
      else low = middle + 1;
    }
    return profits[order[low]!]!;
  };
  const mean = profits.reduce((s, y, k) => s + weights[k]! * y, 0);
  const loss = profits.reduce((s, y, k) => (y < 0 ? s + weights[k]! : s), 0);
  const median = quantile(0.5);
  const worst = quantile(tail);
  const short = profits.reduce((s, y, k) => s + weights[k]! * Math.max(0, worst - y), 0) / tail;
  const es95 = short - worst;
  const half = Math.min(0.2, 0.6 * effective(weights) ** -0.25);
  const density = (2 * half) / Math.max(1e-12, quantile(0.5 + half) - quantile(0.5 - half));
  const influence = (of: (y: number) => number) => influenceOf(profits.map(of), weights, beliefs);
  return {
    figures: {
      mean: { value: mean, influence: influence(y => y - mean) },
      loss: { value: loss, influence: influence(y => (y < 0 ? 1 : 0) - loss) },
      median: { value: median, influence: influence(y => (0.5 - (y <= median ? 1 : 0)) / density) },
      es95: { value: es95, influence: influence(y => Math.max(0, worst - y) / tail - worst - es95) },
    },
    tailEffective: effective(weights.filter((_, k) => profits[k]! <= worst)),
  };
}

/** Weighted scores less what their regression on the beliefs explains: beliefs are met exactly, so they carry no sampling error. */
function influenceOf(scores: Float64Array, weights: Float64Array, beliefs: Belief[]): Float64Array {
  const n = scores.length;
  const residual = Float64Array.from(scores);
  if (beliefs.length > 0) {
    const columns = beliefs.map(b => Float64Array.from({ length: n }, (_, k) => (b.holds[k] ? 1 : 0) - b.probability));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((s, x, k) => s + weights[k]! * x * b[k]!, 0);
    const slopes = solve(columns.map(a => columns.map(b => dot(a, b))), columns.map(a => dot(a, scores)));
    columns.forEach((column, b) => {
      for (let k = 0; k < n; k++) residual[k]! -= slopes[b]! * column[k]!;
    });
  }
  return residual.map((r, k) => n * weights[k]! * r);
}

/** Solves a small symmetric system; a direction that others explain gets 0. */
function solve(matrix: number[][], right: number[]): number[] {
  const [a, x] = [matrix.map(row => [...row]), [...right]];
  const n = x.length;
  const used = new Array<boolean>(n).fill(true);
  for (let i = 0; i < n; i++) {
    if (Math.abs(a[i]![i]!) < 1e-12) {
      used[i] = false;
      continue;
    }
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const by = a[j]![i]! / a[i]![i]!;
      for (let k = i; k < n; k++) a[j]![k]! -= by * a[i]![k]!;
      x[j]! -= by * x[i]!;
    }
  }
  return x.map((value, i) => (used[i] ? value / a[i]![i]! : 0));
}

/** A figure and half of its 95% interval. */
export interface Answer { value: number; half: number }

/** Half of Student's 95% interval in standard errors: the normal's 1.96 and the first term of its expansion (Fisher and Cornish 1960). */
const halfWidth = (degrees: number) => 1.96 + (1.96 ** 3 + 1.96) / (4 * degrees);

/**
 * A figure under the changed setting: what the paths say of it, corrected by how far the same paths miss the run's own figure, as far as
 * the two move together (control variate; Glasserman 2003, section 4.1). Level and slope are estimated from the paths that tell of the
 * figure, of an expected shortfall those of its tail alone: two degrees of freedom less than these count for, as in any regression.
 */
export function corrected(now: Sampled, before: Sampled, run: readonly [number, number], telling: number): Answer {
  const n = now.influence.length;
  let [both, own, changed] = [0, 0, 0];
  for (let k = 0; k < n; k++) {
    const [a, b] = [now.influence[k]!, before.influence[k]!];
    both += a * b;
    own += b * b;
    changed += a * a;
  }
  const slope = own > 0 ? both / own : 0;
  const left = own > 0 ? Math.max(0, changed - (both * both) / own) : changed;
  const degrees = Math.max(1, telling - 2);
  const error = Math.sqrt(((left / n / n) * telling) / degrees + slope * slope * run[1] * run[1]);
  return { value: now.value + slope * (run[0] - before.value), half: halfWidth(degrees) * error };
}
