// Returns as sticks, the limit set the day before as a line, and dots where a return broke it.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { frame, timeAxis, valueAxis } from './frame';
import { full, say, type Look } from './look';
import type { BreachSpec } from './spec';

const Day = 24 * 60 * 60 * 1000;

/** Thousands of sticks are one path: its two data points only span the axes. */
function sticks(name: string, dates: string[], returns: number[], look: Look): SeriesOption {
  return {
    type: 'custom', name, silent: true, clip: true, z: 1, tooltip: { show: false },
    itemStyle: { color: look.muted },
    encode: { x: 0, y: 1 },
    data: [[dates[0], Math.min(0, ...returns)], [dates[dates.length - 1], Math.max(0, ...returns)]],
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      if (params.dataIndex !== 0) return null;
      const zero = api.coord([dates[0], 0])[1].toFixed(1);
      const pathData = dates.map((date, i) => {
        const [x, y] = api.coord([date, returns[i]]);
        return `M${x.toFixed(1)} ${zero}V${y.toFixed(1)}`;
      }).join('');
      return { type: 'path', shape: { pathData }, style: { fill: 'none', stroke: look.muted, lineWidth: 0.7, opacity: 0.6 } };
    },
  } as SeriesOption;
}

export function breaches(spec: BreachSpec, look: Look): EChartsOption {
  const base = frame(look);
  const start = Date.parse(spec.start);
  const dates = spec.days.map(d => new Date(start + d * Day).toISOString().slice(0, 10));
  const [returned, limit, broken] = spec.names.map(name => say(name, look));
  const value = (x: number) => full(x, spec.format, look);
  return {
    ...base,
    grid: { left: 52, right: 18, top: 40, bottom: 28 },
    legend: { ...base.legend, data: [returned, limit, broken] },
    xAxis: timeAxis(look, dates),
    yAxis: valueAxis(look, spec.format),
    tooltip: {
      ...base.tooltip, trigger: 'axis',
      formatter: (params: unknown) => {
        const at = (params as { seriesType: string; dataIndex: number }[]).find(p => p.seriesType === 'line')?.dataIndex;
        if (at === undefined) return '';
        return [dates[at], `${returned}: ${value(spec.returns[at])}`, `${limit}: ${value(spec.limits[at])}`].join('\n');
      },
    },
    series: [
      sticks(returned, dates, spec.returns, look),
      {
        type: 'line', name: limit, z: 3, showSymbol: false,
        itemStyle: { color: look.series[0] }, lineStyle: { color: look.series[0], width: 1.4 },
        data: dates.map((date, i) => [date, spec.limits[i]]),
      },
      {
        type: 'scatter', name: broken, z: 5, symbolSize: 7, tooltip: { show: false },
        itemStyle: { color: look.series[1], borderColor: look.paper, borderWidth: 0.8 },
        data: spec.breaches.map(i => [dates[i], spec.returns[i]]),
      },
    ],
  };
}
