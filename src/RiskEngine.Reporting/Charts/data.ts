// The figures behind a chart, as a table.
import { full, say, type Look } from './look';
import type { Bands, ChartSpec, Dot, Format, Text } from './spec';

export interface Figures { head: Text[]; rows: (string | Text)[][] }

const Date: Text = { en: 'Date', zh: '日期' };
const Value: Text = { en: 'Value', zh: '数值' };
const Name: Text = { en: 'Name', zh: '名称' };
const Ends: Text[] = [{ en: '95% from', zh: '95% 区间下端' }, { en: '95% to', zh: '95% 区间上端' }];
const Quantiles: Text[] = [5, 25, 50, 75, 95].map(p => ({ en: `${p}%`, zh: `${p}%` }));

export function figuresOf(spec: ChartSpec, look: Look): Figures {
  const write = (value: number, format: Format = spec.format) => full(value, format, look);
  const dot = (d: Dot | null) => (d === null ? ['–', '–', '–'] : [write(d.value), write(d.low), write(d.high)]);
  const bands = (b: Bands, dates: string[]) => dates.map((date, i) =>
    [b.name, date, ...[b.p5, b.p25, b.p50, b.p75, b.p95].map(values => write(values[i]))]);
  switch (spec.kind) {
    case 'fan':
      return { head: [Name, Date, ...Quantiles], rows: spec.series.flatMap(s => bands(s, spec.dates)) };
    case 'forecast':
      return { head: [Name, Date, ...Quantiles], rows: bands(spec.bands, spec.dates) };
    case 'histogram':
      return {
        head: [Name, { en: 'From', zh: '自' }, { en: 'To', zh: '至' }, { en: 'Share of paths', zh: '路径占比' }],
        rows: spec.series.flatMap(s => s.shares.map((share, i) => [
          s.name, write(s.low + i * s.width), write(s.low + (i + 1) * s.width),
          full(share, { style: 'percent', unit: { en: '', zh: '' } }, look),
        ])),
      };
    case 'effects':
    case 'cases':
    case 'probabilities':
    case 'bars':
      return {
        head: [Name, { en: 'Series', zh: '系列' }, Value, ...Ends],
        rows: spec.items.flatMap(item => item.dots.map((d, k) => [item.name, spec.series[k], ...dot(d)])),
      };
    case 'boxes':
      return {
        head: [Name, ...Quantiles],
        rows: spec.items.map(i => [i.name, ...[i.q05, i.q25, i.q50, i.q75, i.q95].map(q => write(q))]),
      };
    case 'dumbbells':
      return {
        head: [Name, { en: 'Measure', zh: '指标' }, { en: 'Series', zh: '系列' }, Value, ...Ends],
        rows: spec.items.flatMap(item => item.measures.flatMap((dots, m) =>
          dots.map((d, k) => [item.name, spec.measures[m], spec.series[k], ...dot(d)]))),
      };
    case 'breaches':
      return {
        head: [{ en: 'Day', zh: '日' }, ...spec.names.slice(0, 2)],
        rows: spec.days.map((day, i) => [`${spec.start} + ${day}`, write(spec.returns[i]), write(spec.limits[i])]),
      };
    case 'timeline':
      return {
        head: [Name, Date, Value, ...Ends],
        rows: spec.series.flatMap(s => s.dates.map((date, i) => [s.name, date, ...dot(s.dots[i])])),
      };
    case 'curves':
      return {
        head: [Name, spec.xName, spec.yName],
        rows: spec.curves.flatMap(c => c.points.map(p => [c.name, write(p.x, spec.xFormat), write(p.y)])),
      };
    case 'waterfall':
      return { head: [Name, Value], rows: spec.items.map(i => [i.name, write(i.value)]) };
    case 'heatmap':
      return { head: [spec.yName, spec.xName, Value], rows: spec.cells.map(c => [spec.ys[c.y], spec.xs[c.x], write(c.value)]) };
  }
}

/** The table's element, in the language of the moment. */
export function tableOf(spec: ChartSpec, look: Look): HTMLElement {
  const { head, rows } = figuresOf(spec, look);
  const box = document.createElement('div');
  box.className = 'scroll data';
  box.tabIndex = 0;
  const table = document.createElement('table');
  const line = (cells: (string | Text)[], tag: 'th' | 'td') => {
    const row = document.createElement('tr');
    for (const text of cells) {
      const cell = document.createElement(tag);
      if (tag === 'th') cell.scope = 'col';
      cell.textContent = typeof text === 'string' ? text : say(text, look);
      if (typeof text === 'string' && tag === 'td') cell.className = 'number';
      row.append(cell);
    }
    return row;
  };
  table.createTHead().append(line(head, 'th'));
  table.createTBody().append(...rows.map(row => line(row, 'td')));
  box.append(table);
  return box;
}
