// The what-if panel: a slider for each number, the figures beside what they were, and the command that simulates the same setting.
import { Answering, type VariantAnswer } from './what-if-answer';
import { both, figureTitles, make, percent, words } from './elements';
import { figureNames } from './reweighting';
import { served } from './engine';
import { commandOf } from './what-if-command';
import { Workbench } from './workbench';
import type { Text } from './spec';
import { Paths, type PortfolioSpec, type RunFigure, type Setting, type WhatIfSpec } from './what-if-paths';

const newSetting = (): Setting => ({
  probabilities: new Map(), beliefs: new Map(), pricedIn: new Map(), sizes: new Map(), weights: new Map(),
});

/** Makes the panels of a part of the page that are not made yet. */
export function makePanels(part: Element): void {
  for (const panel of part.matches('.what-if') ? [part] : part.querySelectorAll('.what-if')) {
    if (panel.childElementCount === 1) new WhatIf(panel as HTMLElement);
  }
}

class WhatIf {
  private readonly spec: WhatIfSpec;
  private readonly paths: Paths;
  private readonly answering: Answering;
  private setting = newSetting();
  private readonly resets: (() => void)[] = [];
  private readonly table = document.createElement('tbody');
  private readonly status = make('p', 'what-if-status');
  private readonly command = document.createElement('code');
  private waiting = false;
  private workbench: Workbench | null = null;

  constructor(private readonly root: HTMLElement) {
    this.spec = JSON.parse(root.querySelector('script')!.textContent!) as WhatIfSpec;
    this.paths = new Paths(this.spec);
    this.answering = new Answering(this.paths);
    this.status.setAttribute('role', 'status');
    this.build();
    this.show();
  }

  private build(): void {
    const { spec } = this;
    const groups: HTMLElement[] = [];
    const group = (name: Text, sliders: HTMLElement[], isOpen = false) => {
      if (sliders.length === 0) return;
      const fold = make('details', '', make('summary', '', name), ...sliders);
      fold.open = isOpen;
      groups.push(fold);
    };
    group(words('Probabilities of risks', '风险发生概率'), spec.events.flatMap((event, e) => {
      // A deal stands here for what it triggers; it has no slider.
      if (!event.isRisk) return [];
      return [this.slider(event.name, `risks.${event.id}.probability`, event.probability, this.setting.probabilities, e, event.limit)];
    }), true);
    group(words('Beliefs in predictions', '对预判的信念'), spec.predictions.map((prediction, p) => {
      const share = this.paths.holds[p]!.filter(holds => holds).length / spec.paths;
      const limit = share > 0 && share < 1 ? 'none' : 'certain';
      return this.slider(prediction.name, `views.${prediction.id}`, share, this.setting.beliefs, p, limit);
    }));
    group(words('What is priced in', '已反映在价格中的部分'), spec.factors.map((factor, f) =>
      this.slider(factor.name, `factors.${factor.id}.pricedIn`, factor.pricedIn, this.setting.pricedIn, f)));
    group(words('Sizes of recommendations', '建议的规模'), spec.recommendations.map((r, at) =>
      this.slider(r.name, `recommendations.${r.id}.size`, r.size, this.setting.sizes, at)));
    spec.portfolios.forEach((portfolio, p) => {
      if (portfolio.owes || portfolio.positions.length < 2) return;
      const weights = new Map<number, number>();
      this.resets.push(() => this.setting.weights.set(p, weights));
      this.setting.weights.set(p, weights);
      group(
        words(`Weights: ${portfolio.name.en}`, `权重：${portfolio.name.zh}`),
        portfolio.positions.map((position, at) => {
          const instrument = spec.instruments[position.instrument]!;
          return this.slider(instrument.name, `weights.${portfolio.id}.${instrument.id}`, position.weight, weights, at);
        }),
      );
    });

    if (served !== null) {
      this.workbench = new Workbench(served, () => this.resets.forEach(back => back()));
      const told = make('p', '', words(
        'The engine answers here, for every horizon; what is said above of the paths on the page holds for the file alone.',
        '此处由引擎作答，涵盖所有期限；上文关于本页所含路径的说明仅适用于离线文件。',
      ));
      this.root.append(told, make('div', 'what-if-sliders', ...groups), this.workbench.element);
      return;
    }

    const reset = make('button', '', words('As in the run', '恢复原设定'));
    reset.type = 'button';
    reset.addEventListener('click', () => {
      for (const back of this.resets) back();
      this.show();
    });
    const copy = make('button', '', words('Copy', '复制'));
    copy.type = 'button';
    copy.addEventListener('click', () => this.copy(copy));
    const head = make('tr', '', ...[words('Portfolio', '组合'), ...figureNames.map(name => figureTitles[name])].map((title, at) => {
      const cell = make('th', at > 0 ? 'number' : '', title);
      cell.scope = 'col';
      return cell;
    }));
    const scroll = make('div', 'scroll', make('table', '', make('thead', '', head), this.table));
    scroll.tabIndex = 0;
    const box = make('pre', '', this.command);
    box.tabIndex = 0;
    this.root.append(
      make('div', 'what-if-sliders', ...groups),
      scroll,
      this.status,
      make('p', '', words('The same, simulated:', '用引擎重算同一设定：')),
      box,
      make('p', 'buttons', copy, reset),
    );
  }

  /** A slider with its value; it says so where the paths cannot answer it. */
  private slider(name: Text, key: string, value: number, into: Map<number, number>, at: number, limit = 'none'): HTMLElement {
    const input = make('input');
    const shown = make('output', '');
    const label = make('label', 'what-if-slider', make('span', '', name), input, shown);
    // No path of a hazard without end was simulated: a risk may become likely, not sure.
    Object.assign(input, { type: 'range', min: '0', max: into === this.setting.probabilities ? '0.99' : '1', step: '0.001' });
    input.dataset.key = key;
    input.value = `${value}`;
    // What these paths cannot answer the engine can.
    if (served !== null) limit = 'none';
    input.disabled = limit !== 'none';
    const start = input.value;
    const tell = () => {
      const isSame = input.value === start;
      const now = isSame ? value : Number(input.value);
      shown.textContent = isSame ? percent(now) : `${percent(now)} (${percent(value)})`;
      input.setAttribute('aria-valuetext', percent(now));
      if (isSame) into.delete(at);
      else into.set(at, now);
    };
    if (limit === 'none') {
      tell();
    } else {
      shown.append(...both(limit === 'certain'
        ? words(`${percent(value)}: never or always on these paths`, `${percent(value)}：这些路径上从不或必然发生`)
        : words(`${percent(value)}: these paths cannot answer it`, `${percent(value)}：这些路径无法回答`)));
    }
    input.addEventListener('input', () => {
      tell();
      if (this.waiting) return;
      this.waiting = true;
      requestAnimationFrame(() => {
        this.waiting = false;
        this.show();
      });
    });
    this.resets.push(() => {
      if (limit !== 'none') return;
      input.value = start;
      tell();
    });
    return label;
  }

  private show(): void {
    if (this.workbench) {
      this.workbench.slide(this.spec, this.setting);
      return;
    }
    const answer = this.answering.answer(this.setting);
    this.table.replaceChildren(...this.spec.portfolios.flatMap((portfolio, p) => {
      const { held, followed } = answer.portfolios[p]!;
      return [
        this.row(portfolio, 'held', held),
        ...(followed ? [this.row(portfolio, 'followed', followed)] : []),
      ];
    }));
    const [few, all] = [Math.round(answer.effective).toLocaleString('en'), this.spec.paths.toLocaleString('en')];
    this.status.dataset.effective = `${answer.effective}`;
    this.status.replaceChildren(...both(words(
      `${few} effective paths of the ${all} on this page. ± is half the 95% interval of sampling.`,
      `本页 ${all} 条路径，有效路径数 ${few}。± 为抽样 95% 区间的一半。`,
    )));
    this.command.textContent = commandOf(this.spec, this.setting);
  }

  private row(portfolio: PortfolioSpec, variant: 'held' | 'followed', answer: VariantAnswer): HTMLTableRowElement {
    const name = variant === 'held'
      ? words(`${portfolio.name.en}, as held`, `${portfolio.name.zh}，维持现状`)
      : words(`${portfolio.name.en}, following all`, `${portfolio.name.zh}，遵循全部建议`);
    const first = make('td', '', name);
    if (answer.refusal) first.append(make('span', 'note', answer.refusal));
    return make('tr', '', first, ...figureNames.map(figure => {
      const cell = make('td', 'number');
      cell.dataset.figure = `${portfolio.id} ${variant} ${figure}`;
      const run: RunFigure = portfolio[variant]![figure];
      const found = answer.figures[figure];
      if (!found) {
        cell.textContent = '–';
        return cell;
      }
      cell.dataset.value = `${found.value}`;
      cell.dataset.half = `${found.half}`;
      cell.append(document.createTextNode(`${percent(found.value)} ±${percent(found.half).replace('%', '')}`));
      if (Math.abs(found.value - run[0]) > 5e-4) {
        cell.append(make('span', 'note', words(`was ${percent(run[0])}`, `原为 ${percent(run[0])}`)));
      }
      return cell;
    }));
  }

  private copy(button: HTMLButtonElement): void {
    const select = () => getSelection()?.selectAllChildren(this.command);
    const done = () => {
      button.replaceChildren(...both(words('Copied', '已复制')));
      setTimeout(() => button.replaceChildren(...both(words('Copy', '复制'))), 1500);
    };
    // Where a browser gives a file no clipboard, the text is marked, to be copied by the reader's keys.
    if (navigator.clipboard) navigator.clipboard.writeText(this.command.textContent ?? '').then(done, select);
    else select();
  }
}
