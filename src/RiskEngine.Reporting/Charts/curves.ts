// One quantity against another: joined points as lines, single ones as marks of different shapes.
import type { EChartsOption, SeriesOption } from './echarts';
import { frame, valueAxis } from './frame';
import { full, isNarrow, say, type Look } from './look';
import type { CurvesSpec } from './spec';

const symbols = ['circle', 'diamond', 'rect', 'triangle'];

export function curves(spec: CurvesSpec, look: Look): EChartsOption {
  const base = frame(look);
  const rows = Math.ceil(spec.curves.length / (isNarrow(look) ? 1 : 3));
  return {
    ...base,
    grid: { left: 62, right: 24, top: 20 + 18 * rows, bottom: 46 },
    // Each entry looks as its curve does: marks and dashes tell apart what shares a colour.
    legend: { ...base.legend, icon: undefined, itemWidth: 26, data: spec.curves.map(c => say(c.name, look)) },
    xAxis: {
      ...valueAxis(look, spec.xFormat), name: say(spec.xName, look), nameLocation: 'middle', nameGap: 28,
      splitNumber: isNarrow(look) ? 4 : 8,
      splitLine: { show: false },
    },
    yAxis: { ...valueAxis(look, spec.format), name: say(spec.yName, look), nameLocation: 'middle', nameGap: 46 },
    tooltip: {
      ...base.tooltip, trigger: 'item',
      formatter: (param: unknown) => {
        const { seriesName, value } = param as { seriesName: string; value: number[] };
        const x = `${say(spec.xName, look)}: ${full(value[0], spec.xFormat, look)}`;
        const y = `${say(spec.yName, look)}: ${full(value[1], spec.format, look)}`;
        return [seriesName, x, y].join('\n');
      },
    },
    series: spec.curves.map((curve, index) => {
      const colour = look.series[curve.colour % look.series.length];
      const data = curve.points.map(p => [p.x, p.y]);
      const symbol = symbols[index % symbols.length];
      return (curve.joined
        ? {
          type: 'line', name: say(curve.name, look), data, symbol, symbolSize: 6, itemStyle: { color: colour },
          lineStyle: { color: colour, width: 1.8, type: curve.dashed ? [5, 3] : 'solid' },
        }
        : {
          type: 'scatter', name: say(curve.name, look), data, symbol, symbolSize: 11, itemStyle: { color: colour },
          label: {
            show: curve.points.some(p => p.name !== null), position: 'right', color: look.ink, fontSize: 11,
            formatter: (point: { dataIndex: number }) => {
              const { name } = curve.points[point.dataIndex];
              return name === null ? '' : say(name, look);
            },
          },
        }) as SeriesOption;
    }),
  };
}
