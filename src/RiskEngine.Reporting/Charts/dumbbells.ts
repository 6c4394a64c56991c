// Pairs of estimates joined by a line on one scale with a line at zero: colours tell held from followed, shapes one measure from another.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { labelWidth, legendHeight, mark } from './dots';
import { frame, valueAxis } from './frame';
import { faded, full, isNarrow, say, type Look } from './look';
import type { DumbbellSpec } from './spec';

/** Pixels between the measures of one item. */
const Gap = 15;

const Icons = ['circle', 'diamond', 'rect'];

export const dumbbellsHeight = (spec: DumbbellSpec, look: Look) =>
  50 + legendHeight([...spec.series, ...spec.measures], look)
    + spec.items.length * Math.max(isNarrow(look) ? 46 : 32, spec.measures.length * Gap + 10);

function pairs(spec: DumbbellSpec, look: Look, measure: number): SeriesOption {
  const offset = (measure - (spec.measures.length - 1) / 2) * Gap;
  const rows = spec.items.map((item, row) =>
    [row, ...item.measures[measure].flatMap(d => (d === null ? [NaN, NaN, NaN] : [d.value, d.low, d.high]))]);
  return {
    type: 'custom', name: say(spec.measures[measure], look), z: 3, itemStyle: { color: look.muted },
    encode: { y: 0, x: spec.series.flatMap((_, k) => [1 + 3 * k, 2 + 3 * k, 3 + 3 * k]) },
    data: rows,
    renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const row = api.value(0);
      const at = (value: number) => api.coord([value, row]);
      const y = at(0)[1] + offset;
      const dots = spec.series
        .map((_, k) => ({ d: [1, 2, 3].map(i => api.value(3 * k + i) as number), k }))
        .filter(({ d }) => Number.isFinite(d[0]));
      const line = (from: number, to: number, colour: string, lineWidth: number) =>
        ({ type: 'line' as const, shape: { x1: at(from)[0], y1: y, x2: at(to)[0], y2: y }, style: { stroke: colour, lineWidth } });
      return {
        type: 'group',
        children: [
          ...dots.length < 2 ? [] : [line(dots[0].d[0], dots[dots.length - 1].d[0], look.muted, 3)],
          ...dots.map(({ d, k }) => line(d[1], d[2], faded(look.series[k], 0.9), 1.4)),
          ...dots.map(({ d, k }) => mark(measure, at(d[0])[0], y, look.series[k], look.paper)),
        ],
      };
    },
  } as SeriesOption;
}

export function dumbbells(spec: DumbbellSpec, look: Look): EChartsOption {
  const base = frame(look);
  const between = look.lang === 'zh' ? '至' : 'to';
  const names: SeriesOption[] = spec.series.map((name, k) => ({
    type: 'custom', name: say(name, look), data: [], itemStyle: { color: look.series[k] },
    renderItem: () => ({ type: 'group', children: [] }),
  }) as SeriesOption);
  const zero: SeriesOption = {
    type: 'line', data: [], silent: true,
    markLine: {
      symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: look.ink, type: 'solid', width: 1 }, data: [{ xAxis: 0 }],
    },
  };
  return {
    ...base,
    grid: { left: labelWidth(look) + 14, right: 24, top: legendHeight([...spec.series, ...spec.measures], look), bottom: 40 },
    legend: {
      ...base.legend, selectedMode: false,
      data: [
        ...spec.series.map(s => ({ name: say(s, look) })),
        ...spec.measures.map((m, k) => ({ name: say(m, look), icon: Icons[k % Icons.length] })),
      ],
    },
    xAxis: {
      ...valueAxis(look, spec.format), scale: false, nameLocation: 'middle', nameGap: 26, splitNumber: isNarrow(look) ? 3 : 6,
      name: look.lang === 'zh' ? '占今日价值的收益' : 'profit, of today’s value',
    },
    yAxis: {
      type: 'category', inverse: true, data: spec.items.map(item => say(item.name, look)),
      axisLine: { show: false }, axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: look.line, width: 0.4 } },
      axisLabel: { color: look.ink, fontSize: 12, width: labelWidth(look), overflow: 'break', interval: 0, lineHeight: 14 },
    },
    tooltip: {
      ...base.tooltip, trigger: 'item',
      formatter: (param: unknown) => {
        const item = spec.items[(param as { value: number[] }).value[0]];
        return [say(item.name, look), ...item.measures.flatMap((dots, m) => dots.flatMap((d, k) => d === null ? [] : [
          `${say(spec.measures[m], look)}, ${say(spec.series[k], look)}: ${full(d.value, spec.format, look)} `
            + `(${full(d.low, spec.format, look)} ${between} ${full(d.high, spec.format, look)})`,
        ]))].join('\n');
      },
    },
    series: [...names, ...spec.measures.map((_, k) => pairs(spec, look, k)), zero],
  };
}
