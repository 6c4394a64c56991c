// A factor's simulated fan against the dated points of its forecast: the article's own, and those that the scenario assumes.
import type { EChartsOption, SeriesOption } from './echarts';
import { fanSeries, fanTooltip } from './fan';
import { frame, timeAxis, valueAxis } from './frame';
import { isNarrow, say, short, type Look } from './look';
import type { ForecastSpec } from './spec';

/** Points as diamonds: filled where the article gives them, hollow where not. */
function points(spec: ForecastSpec, look: Look, isFromArticle: boolean, name: string): SeriesOption[] {
  const shown = spec.points.filter(p => p.isFromArticle === isFromArticle);
  if (shown.length === 0) return [];
  return [{
    type: 'scatter', name, symbol: 'diamond', symbolSize: 11, z: 5, clip: false,
    itemStyle: {
      color: isFromArticle ? look.series[1] : look.paper,
      borderColor: isFromArticle ? look.paper : look.series[1],
      borderWidth: isFromArticle ? 1 : 1.6,
      opacity: 1,
    },
    label: {
      show: look.width >= 380, position: 'top', color: look.ink, fontSize: 11,
      formatter: p => short((p.value as [string, number])[1], spec.format, look),
    },
    labelLayout: { hideOverlap: true },
    data: shown.map(p => [p.date, p.value]),
  }];
}

export function forecast(spec: ForecastSpec, look: Look): EChartsOption {
  const base = frame(look);
  const times = [...spec.dates, ...spec.points.map(p => p.date)].map(date => Date.parse(date)).sort((a, b) => a - b);
  const margin = 0.03 * (times[times.length - 1] - times[0]);
  const zh = look.lang === 'zh';
  const marks = [
    ...points(spec, look, true, zh ? '文章给出' : 'given by the article'),
    ...points(spec, look, false, zh ? '情景假设' : 'assumed'),
  ];
  return {
    ...base,
    grid: { left: 52, right: isNarrow(look) ? 26 : 40, top: 56, bottom: 28 },
    xAxis: { ...timeAxis(look, spec.dates), min: times[0] - margin, max: times[times.length - 1] + margin },
    yAxis: valueAxis(look, spec.format),
    legend: {
      ...base.legend,
      data: [say(spec.bands.name, look), ...marks.map(m => ({ name: m.name as string, icon: 'diamond', itemStyle: { borderWidth: 1.6 } }))],
    },
    tooltip: { ...base.tooltip, trigger: 'axis', formatter: fanTooltip([spec.bands], spec.dates, spec.format, look) },
    series: [...fanSeries(spec.bands, spec.dates, look, 0), ...marks],
  };
}
