// The numbers of a scenario's files as fields: a fold for each section, drawn when it is opened.
import { both, make, words } from './elements';
import type { Key, Problem } from './engine';
import type { Text } from './spec';

const sections: Record<string, Text> = {
  horizons: words('Horizons', '期限'),
  simulation: words('Simulation', '模拟设置'),
  convictions: words('What verbs mean', '动词含义'),
  histories: words('Histories', '历史数据'),
  factors: words('Factors', '因子'),
  correlations: words('Correlations', '相关性'),
  correlationGroups: words('Groups of correlations', '相关性分组'),
  instruments: words('Instruments', '投资标的'),
  exposures: words('Exposures', '敞口'),
  recommendations: words('Recommendations', '建议'),
  deals: words('Deals', '交易事件'),
  risks: words('Risks', '风险'),
  views: words('Views', '观点'),
  uncertainty: words('Model uncertainty', '模型不确定性'),
  optimise: words('Optimiser', '优化设置'),
};
/** What a run of one case and portfolio does not look at. */
const notAsked = new Set(['views', 'uncertainty', 'optimise']);
const general = words('General', '总体设置');

const patterns: [RegExp, string][] = [
  [/\bparameter\b/g, '数值或分布'], [/\bwhole number\b/g, '整数'], [/\bnumber\b/g, '数值'], [/\btenor\b/g, '时长'], [/\bdate\b/g, '日期'],
  [/\ba year\b/g, '每年'], [/\bbillions\b/g, '十亿'], [/\bpart of what is turned\b/g, '占换仓额'],
  [/\babove (?=-?\d)/g, '大于 '], [/\bbelow (?=-?\d)/g, '小于 '], [/ or more\b/g, ' 及以上'], [/ or less\b/g, ' 及以下'],
  [/(?<=\d) to (?=-?\d)/g, ' 至 '], [/(?<=\d) to (?=小于)/g, ' 至'],
];

/** What a spec says of a value's unit and range: in Chinese too where it is made of known words. */
function accepted(text: string): Text {
  const zh = patterns.reduce((words, [pattern, by]) => words.replace(pattern, by), text);
  return words(text, /[A-Za-z]/.test(zh) ? text : zh);
}

interface Field { key: Key; row: HTMLElement; input: HTMLInputElement | HTMLSelectElement; note: HTMLElement }

export class KeyTable {
  readonly element: HTMLElement;
  private readonly changed = new Map<string, string>();
  private readonly fields = new Map<string, Field>();
  private readonly folds: { fold: HTMLDetailsElement; keys: Key[]; body: HTMLElement; title: Text; summary: HTMLElement }[] = [];
  private sought = '';
  private problems: Problem[] = [];
  private ofCase: string[] = [];

  constructor(keys: Key[], private readonly onChange: () => void) {
    const filter = document.createElement('input');
    filter.type = 'search';
    filter.addEventListener('input', () => this.seek(filter.value.trim().toLowerCase()));
    const groups = new Map<Text, Key[]>();
    for (const key of keys) {
      const title = sections[key.section] ?? general;
      groups.set(title, [...groups.get(title) ?? [], key]);
    }
    for (const [title, of] of groups) {
      const [summary, body] = [make('summary', ''), make('div', 'keys')];
      const fold = make('details', '', summary, body);
      this.folds.push({ fold, keys: of, body, title, summary });
      fold.addEventListener('toggle', () => this.draw());
    }
    this.element = make('details', 'key-table',
      make('summary', '', words(`All numbers of the scenario (${keys.length})`, `情景的全部数值（${keys.length}）`)),
      make('label', 'key-filter', words('Find', '查找'), filter),
      ...this.folds.map(f => f.fold));
    this.draw();
  }

  /** New values by path. */
  changes(): Record<string, string> {
    return Object.fromEntries(this.changed);
  }

  reset(): void {
    this.changed.clear();
    for (const { key, input } of this.fields.values()) input.value = key.value;
    this.mark([], this.ofCase);
    this.draw();
  }

  /** Shows what is wrong where it is wrong, and what the chosen case sets itself. */
  mark(problems: Problem[], ofCase: string[]): void {
    [this.problems, this.ofCase] = [problems, ofCase];
    for (const field of this.fields.values()) this.markField(field);
  }

  private markField({ key, row, input, note }: Field): void {
    const wrong = this.problems.filter(p => p.path === key.path).map(p => p.message).join('; ');
    const isSet = this.ofCase.includes(key.path);
    row.classList.toggle('changed', this.changed.has(key.path));
    input.setAttribute('aria-invalid', `${wrong !== ''}`);
    if (wrong !== '') note.textContent = wrong;
    else if (isSet) note.replaceChildren(...both(words('The chosen case sets this itself.', '所选情景自行设定此值。')));
    else note.replaceChildren();
    note.classList.toggle('problem', wrong !== '');
  }

  private seek(sought: string): void {
    this.sought = sought;
    for (const group of this.folds) group.fold.open = sought !== '' && group.keys.some(key => this.fits(key));
    this.draw();
  }

  private fits(key: Key): boolean {
    const { path, itemName, meaning } = key;
    const text = [path, itemName.en, itemName.zh, meaning.en, meaning.zh].join(' ').toLowerCase();
    return text.includes(this.sought);
  }

  private draw(): void {
    for (const { fold, keys, body, title, summary } of this.folds) {
      const fitting = keys.filter(key => this.fits(key));
      summary.replaceChildren(...both(words(`${title.en} (${fitting.length})`, `${title.zh}（${fitting.length}）`)));
      fold.hidden = fitting.length === 0;
      if (!fold.open) continue;
      let item = '';
      const note = make('p', 'note', words('These change a full run, not the figures above.', '以下各项影响完整运行，不影响上方数字。'));
      body.replaceChildren(...(fitting.some(key => notAsked.has(key.section)) ? [note] : []), ...fitting.flatMap(key => {
        const isNew = key.item !== item;
        item = key.item;
        const heading = make('h4', '', key.itemName.en === '' ? words(item, item) : key.itemName);
        return [...(isNew && item !== '' ? [heading] : []), this.fieldOf(key).row];
      }));
    }
  }

  private fieldOf(key: Key): Field {
    const known = this.fields.get(key.path);
    if (known) return known;
    const input = key.words.length > 0 ? document.createElement('select') : document.createElement('input');
    if (input instanceof HTMLSelectElement) input.append(...key.words.map(word => new Option(word, word)));
    else Object.assign(input, { type: 'text', spellcheck: false, autocomplete: 'off', maxLength: 400 });
    input.value = key.value;
    input.dataset.path = key.path;
    const note = make('span', 'note');
    const name = make('code', '');
    const inner = key.item === '' ? key.path : key.path.slice(key.section.length + key.item.length + 2);
    name.textContent = inner === '' ? key.path : inner;
    const { en, zh } = key.meaning;
    const meaning = make('span', 'note', words(en.replaceAll('`', ''), (zh === '' ? en : zh).replaceAll('`', '')));
    const range = [key.unit, key.accepted.replaceAll('`', '')].filter(part => part !== '').join('; ');
    const told = make('span', 'key-accepted', accepted(range));
    if (key.isDefault) told.append(' ', make('em', '', words('default', '默认值')));
    const row = make('label', 'key', make('span', 'key-name', name, meaning), input, told, note);
    input.addEventListener('change', () => {
      const value = input.value.trim();
      if (value === key.value) this.changed.delete(key.path);
      else this.changed.set(key.path, value);
      this.onChange();
    });
    const field = { key, row, input, note };
    this.fields.set(key.path, field);
    this.markField(field);
    return field;
  }
}
