// Amounts as bars from zero, each with its 95% interval and its figure. Of one series colours tell the two sides of zero apart; two are the
// low and the high end of a tornado.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { labelWidth, legendHeight } from './dots';
import { frame, valueAxis } from './frame';
import { faded, full, isNarrow, say, unitName, type Look } from './look';
import type { DotsSpec } from './spec';

/** Room at either end for the figures beside the bars. */
const FigureWidth = 52;

export const barsHeight = (spec: DotsSpec, look: Look) =>
  46 + legendHeight(spec.series, look) + spec.items.length * (isNarrow(look) ? 40 : 28);

/** The bars of one series. */
function one(spec: DotsSpec, look: Look, index: number, name: string): SeriesOption {
  const rows = spec.items.flatMap((item, row) => {
    const dot = item.dots[index];
    return dot === null ? [] : [[dot.value, row, dot.low, dot.high, 0]];
  });
  return {
    type: 'custom', name, z: 3, encode: { x: [0, 2, 3, 4], y: 1 }, data: rows,
    itemStyle: { color: look.series[index] },
    renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const [value, row] = [api.value(0) as number, api.value(1)];
      const [x, y] = api.coord([value, row]);
      const [zero] = api.coord([0, row]);
      const [low] = api.coord([api.value(2), row]);
      const [high] = api.coord([api.value(3), row]);
      const colour = look.series[spec.series.length > 1 ? index : Number(value < 0)];
      const line = (x1: number, y1: number, x2: number, y2: number) =>
        ({ type: 'line' as const, shape: { x1, y1, x2, y2 }, style: { stroke: look.ink, lineWidth: 1.2 } });
      return {
        type: 'group',
        children: [
          {
            type: 'rect', shape: { x: Math.min(x, zero), y: y - 7, width: Math.max(Math.abs(x - zero), 1), height: 14 },
            style: { fill: faded(colour, 0.85) },
          },
          line(low, y, high, y), line(low, y - 3, low, y + 3), line(high, y - 3, high, y + 3),
          {
            type: 'text',
            style: {
              text: full(value, spec.format, look), x: value < 0 ? Math.min(low, zero) - 5 : Math.max(high, zero) + 5, y,
              textAlign: value < 0 ? 'right' as const : 'left' as const, textVerticalAlign: 'middle' as const,
              fill: look.ink, fontSize: 11, fontFamily: look.font,
            },
          },
        ],
      };
    },
  } as SeriesOption;
}

export function bars(spec: DotsSpec, look: Look): EChartsOption {
  const base = frame(look);
  const between = look.lang === 'zh' ? '至' : 'to';
  const isSingle = spec.series.length === 1;
  const top = isSingle ? 8 : legendHeight(spec.series, look);
  const series = spec.series.map((name, index) => one(spec, look, index, isSingle ? '' : say(name, look)));
  const zero: SeriesOption = {
    type: 'line', data: [], silent: true,
    markLine: {
      symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: look.ink, type: 'solid', width: 1 }, data: [{ xAxis: 0 }],
    },
  };
  return {
    ...base,
    grid: { left: labelWidth(look) + 14 + FigureWidth, right: FigureWidth, top, bottom: 42 },
    legend: { ...base.legend, show: !isSingle, data: spec.series.map(s => say(s, look)) },
    xAxis: {
      ...valueAxis(look, spec.format), scale: false, nameLocation: 'middle', nameGap: 26, splitNumber: isNarrow(look) ? 3 : 6,
      name: [isSingle ? say(spec.series[0], look) : '', unitName(spec.format, look)].filter(Boolean).join(' · '),
    },
    yAxis: {
      type: 'category', inverse: true, data: spec.items.map(item => say(item.name, look)),
      axisLine: { show: false }, axisTick: { show: false }, offset: FigureWidth,
      axisLabel: { color: look.ink, fontSize: 12, width: labelWidth(look), overflow: 'break', interval: 0, lineHeight: 14 },
    },
    tooltip: {
      ...base.tooltip, trigger: 'item',
      formatter: (param: unknown) => {
        const [value, row, low, high] = (param as { value: number[] }).value;
        return `${say(spec.items[row].name, look)}\n${full(value, spec.format, look)} `
          + `(${full(low, spec.format, look)} ${between} ${full(high, spec.format, look)})`;
      },
    },
    series: [...series, zero],
  };
}
