// Dots with 95% error bars, one row an item: the shape that effects, cases and probabilities share.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { frame, valueAxis } from './frame';
import { full, isNarrow, say, type Look } from './look';
import type { DotsSpec, Text } from './spec';

/** Pixels between the marks of one item. */
const Gap = 11;

export const labelWidth = (look: Look) => Math.round(look.width * (isNarrow(look) ? 0.4 : 0.3));

/** Room for the legend: about as many lines as its names take. */
export function legendHeight(names: Text[], look: Look): number {
  if (names.length < 2) return 10;
  const widths = names.map(s => 34 + [...say(s, look)].reduce((sum, c) => sum + (c > '\u2e80' ? 12.5 : 7), 0));
  let [lines, used] = [1, 0];
  for (const width of widths) {
    if (used > 0 && used + width > look.width) [lines, used] = [lines + 1, 0];
    used += width;
  }
  return 16 + 18 * lines;
}

/** How tall the plot must be for its rows to be told apart: long names wrap on a narrow screen. */
export const dotsHeight = (spec: DotsSpec, look: Look) =>
  46 + legendHeight(spec.series, look) + spec.items.length * Math.max(isNarrow(look) ? 46 : 30, spec.series.length * Gap + 14);

/** The mark of a series: shapes differ as well as colours. */
export function mark(index: number, x: number, y: number, colour: string, paper: string) {
  const style = { fill: colour, stroke: paper, lineWidth: 1 };
  switch (index % 3) {
    case 0: return { type: 'circle', shape: { cx: x, cy: y, r: 4.5 }, style };
    case 1: return { type: 'polygon', shape: { points: [[x, y - 5.5], [x + 5.5, y], [x, y + 5.5], [x - 5.5, y]] }, style };
    default: return { type: 'rect', shape: { x: x - 4, y: y - 4, width: 8, height: 8 }, style };
  }
}

function dotSeries(spec: DotsSpec, look: Look, index: number): SeriesOption {
  const colour = look.series[index];
  const offset = (index - (spec.series.length - 1) / 2) * Gap;
  const rows = spec.items.flatMap((item, row) => {
    const dot = item.dots[index];
    return dot === null ? [] : [[dot.value, row, dot.low, dot.high]];
  });
  return {
    type: 'custom', name: say(spec.series[index], look), z: 3, itemStyle: { color: colour },
    encode: { x: [0, 2, 3], y: 1 },
    data: rows,
    renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const row = api.value(1);
      const [x, middle] = api.coord([api.value(0), row]);
      const [low] = api.coord([api.value(2), row]);
      const [high] = api.coord([api.value(3), row]);
      const y = middle + offset;
      const line = (x1: number, y1: number, x2: number, y2: number) =>
        ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 1.6 } });
      return {
        type: 'group',
        children: [
          line(low, y, high, y), line(low, y - 4, low, y + 4), line(high, y - 4, high, y + 4),
          mark(index, x, y, colour, look.paper),
        ],
      };
    },
  } as SeriesOption;
}

export function dots(spec: DotsSpec, look: Look): EChartsOption {
  const base = frame(look);
  const between = look.lang === 'zh' ? '至' : 'to';
  const left = labelWidth(look) + 14;
  return {
    ...base,
    grid: { left, right: 24, top: legendHeight(spec.series, look), bottom: 40 },
    legend: { ...base.legend, show: spec.series.length > 1, data: spec.series.map(s => say(s, look)) },
    xAxis: {
      ...valueAxis(look, spec.format), nameLocation: 'middle', nameGap: 26, splitNumber: isNarrow(look) ? 3 : 6,
    },
    yAxis: {
      type: 'category', inverse: true, data: spec.items.map(item => say(item.name, look)),
      axisLine: { show: false }, axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: look.line, width: 0.4 } },
      axisLabel: { color: look.ink, fontSize: 12, width: labelWidth(look), overflow: 'break', interval: 0, lineHeight: 14 },
    },
    tooltip: {
      ...base.tooltip, trigger: 'axis', axisPointer: { type: 'none' },
      formatter: (params: unknown) => {
        const [first] = params as { value: number[] }[];
        if (first === undefined) return '';
        const item = spec.items[first.value[1]];
        return [say(item.name, look), ...item.dots.flatMap((dot, k) => dot === null ? [] : [
          `${say(spec.series[k], look)}: ${full(dot.value, spec.format, look)} `
            + `(${full(dot.low, spec.format, look)} ${between} ${full(dot.high, spec.format, look)})`,
        ])].join('\n');
      },
    },
    series: spec.series.map((_, index) => dotSeries(spec, look, index)),
  };
}
