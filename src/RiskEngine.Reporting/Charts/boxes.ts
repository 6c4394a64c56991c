// Distributions one below the other: a line over 90% of the paths, a bar over half of them, a mark at the median.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { labelWidth } from './dots';
import { frame, valueAxis } from './frame';
import { faded, full, isNarrow, say, type Look } from './look';
import type { BoxesSpec } from './spec';

export const boxesHeight = (spec: BoxesSpec, look: Look) => 60 + spec.items.length * (isNarrow(look) ? 42 : 30);

export function boxes(spec: BoxesSpec, look: Look): EChartsOption {
  const base = frame(look);
  const series: SeriesOption = {
    type: 'custom', z: 3, encode: { x: [1, 2, 3, 4, 5], y: 0 },
    data: spec.items.map((item, row) => [row, item.q05, item.q25, item.q50, item.q75, item.q95]),
    renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const [q05, q25, q50, q75, q95] = [1, 2, 3, 4, 5].map(k => api.coord([api.value(k), api.value(0)]));
      const y = q50[1];
      const line = (x1: number, y1: number, x2: number, y2: number, colour: string, lineWidth: number) =>
        ({ type: 'line' as const, shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth } });
      return {
        type: 'group',
        children: [
          line(q05[0], y, q95[0], y, look.series[0], 1.6),
          line(q05[0], y - 4, q05[0], y + 4, look.series[0], 1.6),
          line(q95[0], y - 4, q95[0], y + 4, look.series[0], 1.6),
          {
            type: 'rect', shape: { x: q25[0], y: y - 7, width: Math.max(q75[0] - q25[0], 1), height: 14 },
            style: { fill: faded(look.series[0], 0.35), stroke: look.series[0], lineWidth: 1 },
          },
          line(q50[0], y - 8, q50[0], y + 8, look.series[1], 3),
        ],
      };
    },
  } as SeriesOption;
  const zero: SeriesOption = {
    type: 'line', data: [], silent: true,
    markLine: {
      symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: look.ink, type: 'solid', width: 1 }, data: [{ xAxis: 0 }],
    },
  };
  const width = labelWidth(look);
  return {
    ...base,
    grid: { left: width + 14, right: 24, top: 8, bottom: 42 },
    xAxis: {
      ...valueAxis(look, spec.format), scale: false, nameLocation: 'middle', nameGap: 26, splitNumber: isNarrow(look) ? 3 : 6,
      name: look.lang === 'zh' ? '占今日价值的收益' : 'profit, of today’s value',
    },
    yAxis: {
      type: 'category', inverse: true, data: spec.items.map(item => say(item.name, look)),
      axisLine: { show: false }, axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: look.line, width: 0.4 } },
      axisLabel: { color: look.ink, fontSize: 12, width, overflow: 'break', interval: 0, lineHeight: 14 },
    },
    tooltip: {
      ...base.tooltip, trigger: 'item',
      formatter: (param: unknown) => {
        const item = spec.items[(param as { value: number[] }).value[0]];
        const range = (low: number, high: number) => `${full(low, spec.format, look)} – ${full(high, spec.format, look)}`;
        return [say(item.name, look), `50%: ${full(item.q50, spec.format, look)}`, `25–75%: ${range(item.q25, item.q75)}`,
          `5–95%: ${range(item.q05, item.q95)}`].join('\n');
      },
    },
    series: [series, zero],
  };
}
