// Quantiles over dates. The first fan is drawn as bands, 5 to 95 lightly and 25 to 75 fuller, with its median; others as lines over it.
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, EChartsOption, SeriesOption } from './echarts';
import { frame, timeAxis, valueAxis } from './frame';
import { faded, full, say, type Look } from './look';
import type { Bands, FanSpec, Format } from './spec';

/** One band as one polygon; both edges take part in the axis range. */
export function band(name: string, dates: string[], low: number[], high: number[], colour: string, opacity: number): SeriesOption {
  return {
    type: 'custom', name, silent: true, clip: true, z: 1, tooltip: { show: false },
    itemStyle: { color: colour },
    encode: { x: 0, y: [1, 2] },
    data: dates.map((date, i) => [date, low[i], high[i]]),
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      if (params.dataIndex !== 0) return null;
      const upper = dates.map((date, i) => api.coord([date, high[i]]));
      const lower = dates.map((date, i) => api.coord([date, low[i]])).reverse();
      return { type: 'polygon', shape: { points: [...upper, ...lower] },
        style: { fill: faded(colour, opacity), stroke: faded(colour, 0.45), lineWidth: 0.8 } };
    },
  } as SeriesOption;
}

/** A quantile as a line. */
export function edge(
  name: string, dates: string[], values: number[], colour: string, width: number, type: 'solid' | number[],
): SeriesOption {
  return {
    type: 'line', name, z: 3, showSymbol: false, itemStyle: { color: colour }, lineStyle: { color: colour, width, type },
    data: dates.map((date, i) => [date, values[i]]),
  } as SeriesOption;
}

/** The series of one fan; they share a name, so the legend shows and hides them together.
 * Only the first is filled: two fills mix to mud. */
export function fanSeries(bands: Bands, dates: string[], look: Look, index: number): SeriesOption[] {
  const name = say(bands.name, look);
  const colour = look.series[index];
  if (index > 0) {
    return [
      edge(name, dates, bands.p50, colour, 2.2, [7, 4]),
      edge(name, dates, bands.p5, colour, 1.4, [4, 3]),
      edge(name, dates, bands.p95, colour, 1.4, [4, 3]),
    ];
  }
  return [
    band(name, dates, bands.p5, bands.p95, colour, 0.16),
    band(name, dates, bands.p25, bands.p75, colour, 0.24),
    edge(name, dates, bands.p50, colour, 2.2, 'solid'),
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
