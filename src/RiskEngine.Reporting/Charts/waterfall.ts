// How one total becomes another: each bar begins where the one before it ends, totals begin at zero.
import { labelWidth } from './dots';
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { frame, valueAxis } from './frame';
import { faded, full, isNarrow, say, unitName, type Look } from './look';
import type { WaterfallSpec } from './spec';

/** Room at either end for the figures beside the bars. */
const FigureWidth = 52;

export const waterfallHeight = (spec: WaterfallSpec, look: Look) => 56 + spec.items.length * (isNarrow(look) ? 40 : 28);

export function waterfall(spec: WaterfallSpec, look: Look): EChartsOption {
  const base = frame(look);
  let reached = 0;
  const rows = spec.items.map((item, row) => {
    const from = item.isTotal ? 0 : reached;
    reached = item.isTotal ? item.value : reached + item.value;
    return [from, reached, row];
  });
  const steps: SeriesOption = {
    type: 'custom', z: 3, encode: { x: [0, 1], y: 2 }, data: rows,
    renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const row = api.value(2) as number;
      const { value, isTotal } = spec.items[row];
      const [start, y] = api.coord([api.value(0), row]);
      const [end, below] = api.coord([api.value(1), row + 1]);
      const colour = isTotal ? look.muted : look.series[Number(value < 0)];
      return {
        type: 'group',
        children: [
          {
            type: 'rect', shape: { x: Math.min(start, end), y: y - 8, width: Math.max(Math.abs(end - start), 1), height: 16 },
            style: { fill: faded(colour, 0.85) },
          },
          ...(row + 1 < rows.length
            ? [{ type: 'line' as const, shape: { x1: end, y1: y, x2: end, y2: below }, style: { stroke: look.muted, lineWidth: 1 } }]
            : []),
          {
            type: 'text',
            style: {
              text: full(value, spec.format, look), x: value < 0 ? Math.min(start, end) - 5 : Math.max(start, end) + 5, y,
              textAlign: value < 0 ? 'right' as const : 'left' as const, textVerticalAlign: 'middle' as const,
              fill: look.ink, fontSize: 11, fontFamily: look.font,
            },
          },
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
  return {
    ...base,
    grid: { left: labelWidth(look) + 14 + FigureWidth, right: FigureWidth, top: 8, bottom: 42 },
    xAxis: {
      ...valueAxis(look, spec.format), scale: false, nameLocation: 'middle', nameGap: 26, splitNumber: isNarrow(look) ? 3 : 6,
      name: unitName(spec.format, look),
    },
    yAxis: {
      type: 'category', inverse: true, data: spec.items.map(item => say(item.name, look)),
      axisLine: { show: false }, axisTick: { show: false }, offset: FigureWidth,
      axisLabel: { color: look.ink, fontSize: 12, width: labelWidth(look), overflow: 'break', interval: 0, lineHeight: 14 },
    },
    tooltip: {
      ...base.tooltip, trigger: 'item',
      formatter: (param: unknown) => {
        const item = spec.items[(param as { value: number[] }).value[2]];
        return `${say(item.name, look)}\n${full(item.value, spec.format, look)}`;
      },
    },
    series: [steps, zero],
  };
}
