// A factor's simulated fan against the dated points that the article gives.
import type { EChartsOption } from './echarts';
import { fanSeries, fanTooltip } from './fan';
import { frame, timeAxis, valueAxis } from './frame';
import { isNarrow, say, short, type Look } from './look';
import type { ForecastSpec } from './spec';

export function forecast(spec: ForecastSpec, look: Look): EChartsOption {
  const base = frame(look);
  const points = look.lang === 'zh' ? '文章给出的数值' : 'given by the article';
  const times = [...spec.dates, ...spec.points.map(p => p.date)].map(date => Date.parse(date)).sort((a, b) => a - b);
  const margin = 0.03 * (times[times.length - 1] - times[0]);
  return {
    ...base,
    grid: { left: 52, right: isNarrow(look) ? 26 : 40, top: 56, bottom: 28 },
    xAxis: { ...timeAxis(look, spec.dates), min: times[0] - margin, max: times[times.length - 1] + margin },
    yAxis: valueAxis(look, spec.format),
    legend: { ...base.legend, data: [say(spec.bands.name, look), { name: points, icon: 'diamond' }] },
    tooltip: { ...base.tooltip, trigger: 'axis', formatter: fanTooltip([spec.bands], spec.dates, spec.format, look) },
    series: [
      ...fanSeries(spec.bands, spec.dates, look, 0),
      {
        type: 'scatter', name: points, symbol: 'diamond', symbolSize: 11, z: 5, clip: false,
        itemStyle: { color: look.series[1], borderColor: look.paper, borderWidth: 1 },
        label: {
          show: !isNarrow(look), position: 'top', color: look.ink, fontSize: 11,
          formatter: p => short((p.value as [string, number])[1], spec.format, look),
        },
        labelLayout: { hideOverlap: true },
        tooltip: { formatter: p => `${spec.points[p.dataIndex].date} ${say(spec.points[p.dataIndex].name, look)}` },
        data: spec.points.map(p => [p.date, p.value]),
      },
    ],
  };
}
