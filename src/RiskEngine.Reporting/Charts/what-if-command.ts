// What is typed to have the engine simulate a setting: options, and what options cannot say.
import { weightsOf, type Setting, type WhatIfSpec } from './what-if-paths';

const short = (value: number) => `${Number(value.toPrecision(6))}`;

export function commandOf(spec: WhatIfSpec, setting: Setting): string {
  const sets: string[] = [];
  for (const [e, p] of setting.probabilities) sets.push(`risks.${spec.events[e]!.id}.probability=${short(p)}`);
  for (const [f, part] of setting.pricedIn) sets.push(`factors.${spec.factors[f]!.id}.pricedIn=${short(part)}`);
  for (const [r, size] of setting.sizes) sets.push(`recommendations.${spec.recommendations[r]!.id}.size=${short(size)}`);
  const lines = [[spec.command, ...sets.map(set => `--set ${set}`)].join(' ')];
  if (setting.beliefs.size > 0) {
    lines.push('', '# scenario.yaml: these views in place of its own · 用以下观点替换其中原有的观点', 'views:');
    for (const [p, probability] of setting.beliefs) {
      const { id, name } = spec.predictions[p]!;
      lines.push(
        `  what-if-${id}:`,
        `    name: { en: ${JSON.stringify(name.en)}, zh-CN: ${JSON.stringify(name.zh)} }`,
        `    probability: ${id}`,
        `    is: ${short(probability)}`,
      );
    }
  }
  for (const [p, changed] of setting.weights) {
    if (changed.size === 0) continue;
    const portfolio = spec.portfolios[p]!;
    const weights = weightsOf(portfolio, changed);
    lines.push('', `# ${portfolio.id}: instrument,quantity · 组合文件中的品种与数量`);
    portfolio.positions.forEach((position, at) => {
      lines.push(`${spec.instruments[position.instrument]!.id},${short((position.quantity * weights[at]!) / position.weight)}`);
    });
  }
  return lines.join('\n');
}
