// A quantity by two others: cells from pale to full colour, each with its value where there is room.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { frame } from './frame';
import { faded, full, isNarrow, say, short, type Look } from './look';
import type { HeatmapSpec } from './spec';

/** A cell that is narrower than this, in pixels, shows no number. */
const Readable = 44;

const category = (values: string[], name: string, gap: number, look: Look) => ({
  type: 'category' as const, data: values, name, nameLocation: 'middle' as const, nameGap: gap,
  axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
  axisLabel: { color: look.muted, fontSize: 11, hideOverlap: true }, nameTextStyle: { color: look.muted, fontSize: 11 },
});

/** How tall the plot must be for its rows to be told apart. */
export const heatmapHeight = (spec: HeatmapSpec) => Math.min(620, 90 + 30 * Math.max(spec.ys.length, 4));

export function heatmap(spec: HeatmapSpec, look: Look): EChartsOption {
  const base = frame(look);
  const values = spec.cells.map(c => c.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const strength = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  const series: SeriesOption = {
    type: 'custom', data: spec.cells.map(c => [c.x, c.y, c.value]), encode: { x: 0, y: 1 },
    renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const [width, height] = api.size!([1, 1]) as number[];
      const value = api.value(2) as number;
      const dark = strength(value) > 0.55;
      return {
        type: 'group',
        children: [
          {
            type: 'rect', shape: { x: x - width / 2, y: y - height / 2, width: width - 1, height: height - 1 },
            style: { fill: faded(look.series[0], 0.08 + 0.86 * strength(value)) },
          },
          ...(width < Readable ? [] : [{
            type: 'text' as const,
            style: {
              text: short(value, spec.format, look), x, y, textAlign: 'center' as const, textVerticalAlign: 'middle' as const,
              fill: dark ? look.paper : look.ink, fontSize: 11, fontFamily: look.font,
            },
          }]),
        ],
      };
    },
  } as SeriesOption;
  return {
    ...base,
    grid: { left: isNarrow(look) ? 64 : 84, right: 16, top: 12, bottom: 48 },
    xAxis: category(spec.xs.map(x => say(x, look)), say(spec.xName, look), 28, look),
    yAxis: category(spec.ys.map(y => say(y, look)), say(spec.yName, look), isNarrow(look) ? 46 : 62, look),
    tooltip: {
      ...base.tooltip, trigger: 'item',
      formatter: (param: unknown) => {
        const [x, y, value] = (param as { value: number[] }).value;
        return [
          `${say(spec.xName, look)}: ${say(spec.xs[x], look)}`,
          `${say(spec.yName, look)}: ${say(spec.ys[y], look)}`, full(value, spec.format, look),
        ].join('\n');
      },
    },
    series: [series],
  };
}
