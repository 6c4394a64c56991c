// What the embedded paths say under a setting, and where they say nothing because too few of them carry the answer.
import type { Text } from './spec';
import { believe, corrected, effective, figureNames, figuresOf, weightsFrom } from './reweighting';
import type { Answer, FigureName, PathFigures } from './reweighting';
import { weightsOf, type Paths, type Setting } from './what-if-paths';

/** Below so many effective paths nothing is said, below so many in the tail no expected shortfall: their errors would be guesses. */
export const fewest = { paths: 600, tail: 100 };

export interface VariantAnswer { figures: Partial<Record<FigureName, Answer>>; refusal: Text | null }
export interface WhatIfAnswer { effective: number; portfolios: { held: VariantAnswer; followed: VariantAnswer | null }[] }

const none: VariantAnswer = { figures: {}, refusal: null };
const say = (en: string, zh: string): Text => ({ en, zh });

const tooFew = say(
  'Too few of these paths carry the answer; the command below gives it.',
  '这些路径中能说明该设定的太少；请用下方命令求解。',
);
const tradesBefore = say(
  'Trades made on the way would have to be valued anew; the command below does it.',
  '期间的交易需要重新估值；请用下方命令求解。',
);
const notShifted = say(
  'A private company or a priced instrument does not move by a fixed amount; the command below gives the answer.',
  '私有公司或衍生定价品种并非按固定幅度变动；请用下方命令求解。',
);
const notOwed = say('Weights of a portfolio that owes something are not changed here.', '有负债的组合不在此处改变权重。');
const overOne = say('The weights add to more than 100%.', '权重之和超过 100%。');
const impossible = say('No path meets all these beliefs at once.', '没有路径能同时满足这些信念。');

export class Answering {
  private readonly before: { held: PathFigures; followed: PathFigures }[];

  constructor(private readonly paths: Paths) {
    const same: Setting = { probabilities: new Map(), beliefs: new Map(), pricedIn: new Map(), sizes: new Map(), weights: new Map() };
    const equal = new Float64Array(paths.count).fill(1 / paths.count);
    this.before = paths.spec.portfolios.map((_, p) => ({
      held: figuresOf(paths.held(p, same), equal, []),
      followed: figuresOf(paths.followed(p, same), equal, []),
    }));
  }

  answer(setting: Setting): WhatIfAnswer {
    const spec = this.paths.spec;
    const plain = weightsFrom([...setting.probabilities].map(([e, p]) => this.paths.logRatios(e, p)), this.paths.count);
    const beliefs = [...setting.beliefs].map(([p, probability]) => ({ holds: this.paths.holds[p]!, probability }));
    const weights = believe(plain, beliefs);
    if (weights === null) {
      const refused = { figures: {}, refusal: impossible };
      return { effective: 0, portfolios: spec.portfolios.map(p => ({ held: refused, followed: p.followed && refused })) };
    }
    const count = effective(weights);
    const of = (p: number, isHeld: boolean): VariantAnswer => {
      const refusal = this.refusalOf(p, isHeld, setting) ?? (count < fewest.paths ? tooFew : null);
      if (refusal) return { ...none, refusal };
      const now = figuresOf(isHeld ? this.paths.held(p, setting) : this.paths.followed(p, setting), weights, beliefs);
      const before = this.before[p]![isHeld ? 'held' : 'followed'];
      const run = isHeld ? spec.portfolios[p]!.held : spec.portfolios[p]!.followed!;
      const isTailThin = now.tailEffective < fewest.tail;
      const figures: VariantAnswer['figures'] = {};
      for (const name of figureNames) {
        if (name === 'es95' && isTailThin) continue;
        figures[name] = corrected(now.figures[name], before.figures[name], run[name], name === 'es95' ? now.tailEffective : count);
      }
      return { figures, refusal: isTailThin ? tooFew : null };
    };
    return {
      effective: count,
      portfolios: spec.portfolios.map((portfolio, p) => ({ held: of(p, true), followed: portfolio.followed && of(p, false) })),
    };
  }

  /** Why a variant cannot be valued anew; null where it can. */
  private refusalOf(p: number, isHeld: boolean, setting: Setting): Text | null {
    const spec = this.paths.spec;
    const portfolio = spec.portfolios[p]!;
    const weights = setting.weights.get(p);
    if (weights && weights.size > 0) {
      if (portfolio.owes) return notOwed;
      if (weightsOf(portfolio, weights).some(w => !(w >= -1e-9))) return overOne;
      if (!isHeld) return tradesBefore;
    }
    if (setting.pricedIn.size > 0) {
      const moved = portfolio.positions.map(position => spec.instruments[position.instrument]!);
      const touches = (i: typeof moved[number]) => [...setting.pricedIn.keys()].some(f => i.exposures[f] !== 0);
      // What is priced from others has no exposures of its own: it may follow any of them.
      if (moved.some(i => i.isPriced || (!i.shifts && touches(i)))) return notShifted;
      if (!isHeld) return tradesBefore;
    }
    return null;
  }
}
