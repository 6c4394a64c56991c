// What the engine says of a case and portfolio with changed numbers, and those numbers to be changed and saved: on pages that are served.
import { current } from './address';
import { both, figureTitles, make, percent, words } from './elements';
import type { Description, Engine, EngineAnswer, Problem, Question } from './engine';
import { KeyTable } from './key-table';
import { figureNames } from './reweighting';
import type { Text } from './spec';
import type { Setting, WhatIfSpec } from './what-if-paths';

/** How long a reader may go on changing numbers before the engine is asked, in milliseconds. */
const pause = 150;

/** A word as a POSIX shell takes it. */
const shellWord = (word: string) => (/^[\w\-./=:,+@%]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

export class Workbench {
  readonly element = make('div', 'workbench');
  private readonly rows = document.createElement('tbody');
  private readonly status = make('p', 'what-if-status');
  private readonly command = document.createElement('code');
  private readonly cases = document.createElement('select');
  private readonly portfolios = document.createElement('select');
  private description: Description | null = null;
  private keys: KeyTable | null = null;
  private slid: Pick<Question, 'set' | 'weights' | 'beliefs'> = { set: {}, weights: {}, beliefs: {} };
  private timer = 0;
  /** Figures with nothing changed, by case and portfolio. */
  private readonly before = new Map<string, EngineAnswer>();

  constructor(private readonly engine: Engine, private readonly reset: () => void) {
    this.status.setAttribute('role', 'status');
    this.status.append(...both(words('Asking the engine …', '正在询问引擎……')));
    this.element.append(this.status);
    engine.describe().then(description => this.build(description), (error: Error) => {
      this.status.replaceChildren(...both(words(`There is no engine for this page: ${error.message}`, `本页没有可用的引擎：${error.message}`)));
    });
  }

  /** Takes over what the sliders say. */
  slide(spec: WhatIfSpec, setting: Setting): void {
    const text = (value: number) => `${Number(value.toPrecision(6))}`;
    const set: Record<string, string> = {};
    for (const [e, p] of setting.probabilities) set[`risks.${spec.events[e]!.id}.probability`] = text(p);
    for (const [f, part] of setting.pricedIn) set[`factors.${spec.factors[f]!.id}.pricedIn`] = text(part);
    for (const [r, size] of setting.sizes) set[`recommendations.${spec.recommendations[r]!.id}.size`] = text(size);
    const beliefs: Record<string, number> = {};
    for (const [p, probability] of setting.beliefs) beliefs[spec.predictions[p]!.id] = probability;
    const weights: Question['weights'] = {};
    for (const [p, changed] of setting.weights) {
      if (changed.size === 0) continue;
      const { id, positions } = spec.portfolios[p]!;
      weights[id] = Object.fromEntries([...changed].map(([at, w]) => [spec.instruments[positions[at]!.instrument]!.id, w]));
    }
    this.slid = { set, beliefs, weights };
    this.ask();
  }

  private build(description: Description): void {
    this.description = description;
    this.keys = new KeyTable(description.keys, () => this.ask());
    const choice = (name: Text, select: HTMLSelectElement, options: { id: string; name: Text }[]) => {
      const lang = document.documentElement.dataset.lang === 'zh' ? 'zh' : 'en';
      select.append(...options.map(o => {
        const option = new Option(o.name[lang], o.id);
        Object.assign(option.dataset, { en: o.name.en, zh: o.name.zh });
        return option;
      }));
      select.addEventListener('change', () => this.ask());
      return make('label', '', name, select);
    };
    const selects = make(
      'p', 'workbench-choices',
      choice(words('Case', '情景'), this.cases, description.cases),
      choice(words('Portfolio', '组合'), this.portfolios, description.portfolios),
    );
    const shown = current();
    if (description.cases.some(c => c.id === shown.case)) this.cases.value = shown.case!;
    if (description.portfolios.some(p => p.id === shown.portfolio)) this.portfolios.value = shown.portfolio!;
    const heads = [words('At', '期限'), ...figureNames.map(name => figureTitles[name])].map((title, at) => {
      const cell = make('th', at > 0 ? 'number' : '', title);
      cell.scope = 'col';
      return cell;
    });
    const scroll = make('div', 'scroll', make('table', '', make('thead', '', make('tr', '', ...heads)), this.rows));
    scroll.tabIndex = 0;
    const box = make('pre', '', this.command);
    box.tabIndex = 0;
    const back = make('button', '', words('Undo all changes', '撤销全部修改'));
    back.type = 'button';
    back.addEventListener('click', () => {
      this.reset();
      this.keys!.reset();
      this.slid = { set: {}, weights: {}, beliefs: {} };
      this.ask();
    });
    const home = make('a', '', words('All scenarios and runs', '全部情景与运行'));
    home.href = location.pathname.includes('/reports/') ? '../../' : '../../reports/';
    this.element.replaceChildren(
      selects, scroll, this.status, this.keys.element,
      make('p', '', words('The same on the command line:', '等同的命令行：')), box,
      make('p', 'buttons', back), this.saving(), make('p', '', home),
    );
    this.ask();
  }

  /** A form that saves what is changed as a new scenario. */
  private saving(): HTMLElement {
    const name = document.createElement('input');
    Object.assign(name, { type: 'text', required: true, maxLength: 64, pattern: '[a-z0-9]+([\\-.][a-z0-9]+)*', spellcheck: false });
    const save = make('button', '', words('Save as a new scenario', '另存为新情景'));
    const told = make('output', 'what-if-status');
    const form = make('form', 'workbench-save', make('label', '', words('New name', '新名称'), name), save, told);
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.engine.save(this.question(), name.value).then(reply => {
        if (reply === null) return;
        if ('answer' in reply) {
          const { folder } = reply.answer;
          told.replaceChildren(...both(words(`Saved: ${folder}`, `已保存：${folder}`)));
        } else {
          told.replaceChildren(...problemsOf(reply.problems));
        }
      });
    });
    return form;
  }

  private question(): Question {
    return {
      case: this.cases.value,
      portfolio: this.portfolios.value,
      set: { ...this.slid.set, ...this.keys!.changes() },
      weights: this.slid.weights,
      beliefs: this.slid.beliefs,
    };
  }

  /** Asks the engine once the reader pauses. */
  private ask(): void {
    if (this.description === null) return;
    clearTimeout(this.timer);
    this.status.replaceChildren(...both(words('The engine is at work …', '引擎计算中……')));
    this.element.setAttribute('aria-busy', 'true');
    this.timer = setTimeout(() => void this.figures(), pause);
  }

  private async figures(): Promise<void> {
    const question = this.question();
    this.tellCommand(question);
    this.keys!.mark([], this.description!.cases.find(c => c.id === question.case)?.sets ?? []);
    const place = `${question.case} ${question.portfolio}`;
    const isChanged = [question.set, question.weights, question.beliefs].some(part => Object.keys(part).length > 0);
    if (!this.before.has(place)) {
      const first = await this.engine.figures({ ...question, set: {}, weights: {}, beliefs: {} });
      if (first === null) return;
      if ('answer' in first) this.before.set(place, first.answer);
      else return this.refuse(first.problems);
    }
    const reply = isChanged ? await this.engine.figures(question) : { answer: this.before.get(place)! };
    if (reply === null) return;
    if ('problems' in reply) this.refuse(reply.problems);
    else this.show(reply.answer, this.before.get(place)!);
  }

  private refuse(problems: Problem[]): void {
    this.element.removeAttribute('aria-busy');
    this.keys!.mark(problems, this.description!.cases.find(c => c.id === this.cases.value)?.sets ?? []);
    this.status.replaceChildren(...problemsOf(problems));
  }

  private show(answer: EngineAnswer, before: EngineAnswer): void {
    this.rows.replaceChildren(...answer.rows.map((row, at) => {
      const variant = row.variant === 'held' ? words('as held', '维持现状') : words('following all', '遵循全部建议');
      const name = make('td', '', words(`${row.name.en}, ${variant.en}`, `${row.name.zh}，${variant.zh}`));
      return make('tr', row.horizon === this.description!.headline ? 'headline' : '', name, ...figureNames.map(figure => {
        const [[value, error], [was]] = [row.figures[figure], before.rows[at]!.figures[figure]];
        const cell = make('td', 'number');
        if (value === null || error === null || was === null) {
          cell.textContent = '–';
          return cell;
        }
        cell.dataset.figure = `${answer.portfolio} ${row.variant} ${figure}`;
        Object.assign(cell.dataset, { horizon: row.horizon, value: `${value}`, half: `${1.96 * error}` });
        cell.append(document.createTextNode(`${percent(value)} ±${percent(1.96 * error).replace('%', '')}`));
        if (Math.abs(value - was) > 5e-4) cell.append(make('span', 'note', words(`was ${percent(was)}`, `原为 ${percent(was)}`)));
        return cell;
      }));
    }));
    const paths = answer.paths.toLocaleString('en');
    this.element.removeAttribute('aria-busy');
    this.status.replaceChildren(...both(words(
      `The real engine, ${paths} paths. ± is half the 95% interval of sampling; settings share their random numbers.`,
      `由引擎实际模拟，${paths} 条路径。± 为抽样 95% 区间的一半；各设定使用相同的随机数。`,
    )));
  }

  private tellCommand(question: Question): void {
    const { command, paths } = this.description!;
    const sets = Object.entries(question.set).map(([path, value]) => `--set ${shellWord(`${path}=${value}`)}`);
    const lines = [[command, `--case ${question.case}`, `--paths ${paths}`, ...sets].join(' ')];
    if (Object.keys(question.weights).length > 0 || Object.keys(question.beliefs).length > 0) {
      lines.push('# weights and beliefs: save as a new scenario and run that · 权重与信念：另存为新情景后运行');
    }
    this.command.textContent = lines.join('\n');
  }
}

function problemsOf(problems: Problem[]): Node[] {
  return problems.map(({ message, said }) => make('span', 'problem', said ?? document.createTextNode(message)));
}

/** Makes the workbenches of a part of the page that are not made yet. */
export function makeWorkbenches(part: Element, engine: Engine | null): void {
  if (engine === null) return;
  for (const panel of part.matches('.engine') ? [part] : part.querySelectorAll('.engine')) {
    if (panel.childElementCount === 0) panel.append(new Workbench(engine, () => {}).element);
  }
}
