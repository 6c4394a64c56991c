// Bands of quantiles over dates: 5 to 95 lightly, 25 to 75 fuller, the median as a line.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { frame, timeAxis, valueAxis } from './frame';
import { faded, full, say, type Look } from './look';
import type { Bands, FanSpec, Format } from './spec';

/** One band as one polygon; both edges take part in the axis range. */
function band(name: string, dates: string[], low: number[], high: number[], colour: string, opacity: number): SeriesOption {
  return {
    type: 'custom', name, silent: true, clip: true, z: 1, tooltip: { show: false },
    itemStyle: { color: colour },
    encode: { x: 0, y: [1, 2] },
    data: dates.map((date, i) => [date, low[i], high[i]]),
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      if (params.dataIndex !== 0) return null;
      const upper = dates.map((date, i) => api.coord([date, high[i]]));
      const lower = dates.map((date, i) => api.coord([date, low[i]])).reverse();
      return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: faded(colour, opacity), stroke: faded(colour, 0.45), lineWidth: 0.8 } };
    },
  } as SeriesOption;
}

/** The three series of one fan; they share a name, so the legend shows and hides them together. */
export function fanSeries(bands: Bands, dates: string[], look: Look, index: number): SeriesOption[] {
  const name = say(bands.name, look);
  const colour = look.series[index];
  return [
    band(name, dates, bands.p5, bands.p95, colour, 0.13),
    band(name, dates, bands.p25, bands.p75, colour, 0.22),
    {
      type: 'line', name, z: 3, showSymbol: false, itemStyle: { color: colour },
      lineStyle: { color: colour, width: 2.2, type: index === 0 ? 'solid' : [6, 3] },
      data: dates.map((date, i) => [date, bands.p50[i]]),
    },
  ];
}

/** What the pointer shows at one date: median and both ranges of each fan. */
export function fanTooltip(fans: Bands[], dates: string[], format: Format, look: Look) {
  const range = look.lang === 'zh' ? '至' : 'to';
  return (params: unknown) => {
    const points = params as { seriesType: string; dataIndex: number }[];
    const at = points.find(p => p.seriesType === 'line')?.dataIndex;
    if (at === undefined) return '';
    const value = (x: number) => full(x, format, look);
    return [dates[at], ...fans.flatMap(f => [
      `${say(f.name, look)}: ${value(f.p50[at])}`,
      `   50%: ${value(f.p25[at])} ${range} ${value(f.p75[at])}`,
      `   90%: ${value(f.p5[at])} ${range} ${value(f.p95[at])}`,
    ])].join('\n');
  };
}

export function fan(spec: FanSpec, look: Look): EChartsOption {
  const base = frame(look);
  const series = spec.series.flatMap((bands, i) => fanSeries(bands, spec.dates, look, i));
  const markers: SeriesOption = {
    type: 'line', data: [], silent: true,
    markLine: {
      symbol: 'none', silent: true, lineStyle: { color: look.muted, type: [2, 3], width: 1 },
      label: { color: look.muted, fontSize: 11, position: 'end', distance: 4 },
      data: spec.horizons.map(h => ({ xAxis: h.date, label: { formatter: say(h.name, look) } })),
    },
  };
  return {
    ...base,
    grid: { left: 52, right: 38, top: 56, bottom: 28 },
    xAxis: timeAxis(look, spec.dates),
    yAxis: valueAxis(look, spec.format),
    legend: { ...base.legend, data: spec.series.map(s => say(s.name, look)) },
    tooltip: { ...base.tooltip, trigger: 'axis', formatter: fanTooltip(spec.series, spec.dates, spec.format, look) },
    series: [...series, markers],
  };
}
