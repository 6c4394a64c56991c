// The distribution of profit at a horizon: densities as stepped areas, measures as marked lines.
import type { EChartsOption, SeriesOption } from './echarts';
import { frame, valueAxis } from './frame';
import { faded, full, isNarrow, say, type Look } from './look';
import type { Distribution, Format, HistogramSpec } from './spec';

const end = (d: Distribution) => d.low + d.width * d.shares.length;

/** Corners of the steps: a bin's height is its share by its width, so that distributions with other bins compare. */
const corners = (d: Distribution): number[][] => [
  [d.low, 0],
  ...d.shares.map((share, i) => [d.low + i * d.width, share / d.width]),
  [end(d), 0],
];

/** What the pointer shows: each distribution's bin at that place and the share of paths in it. */
function tooltip(series: Distribution[], format: Format, look: Look) {
  const to = look.lang === 'zh' ? '至' : 'to';
  return (params: unknown) => {
    const x = (params as { axisValue: number }[])[0]?.axisValue;
    return series.flatMap(d => {
      const bin = Math.floor((x - d.low) / d.width);
      if (!(bin >= 0 && bin < d.shares.length)) return [];
      const low = d.low + bin * d.width;
      const share = full(d.shares[bin], { style: 'percent', unit: { en: '', zh: '' } }, look);
      return [`${say(d.name, look)}: ${share} (${full(low, format, look)} ${to} ${full(low + d.width, format, look)})`];
    }).join('\n');
  };
}

export function histogram(spec: HistogramSpec, look: Look): EChartsOption {
  const base = frame(look);
  const peak = Math.max(...spec.series.flatMap(d => d.shares.map(share => share / d.width)));
  const min = Math.min(...spec.series.map(d => d.low));
  const max = Math.max(...spec.series.map(end));
  // Above the highest bin one row a mark is kept free; the leftmost mark is the highest, so that no line crosses a label.
  const marks = spec.series.flatMap((d, k) => d.marks.map(m => ({ ...m, series: k })))
    .sort((a, b) => a.value - b.value)
    .map((m, row, all) => ({ ...m, top: peak * (1.05 + 0.11 * (all.length - 1 - row)) }));
  const farRight = min + 0.7 * (max - min);

  const areas: SeriesOption[] = spec.series.map((d, k) => {
    const colour = look.series[k];
    const line = k === 0 ? 'solid' as const : [6, 3];
    return {
      type: 'line', name: say(d.name, look), step: 'end', showSymbol: false, z: 2 + k,
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: 1.6, type: line },
      // Only the first is filled: two fills mix to mud.
      areaStyle: k === 0 ? { color: faded(colour, 0.25), origin: 'start' } : undefined,
      data: corners(d),
      markLine: {
        symbol: 'none', silent: true, animation: false,
        data: marks.filter(m => m.series === k).map(m => [
          { coord: [m.value, 0], lineStyle: { color: colour, width: 1.2, type: line } },
          {
            coord: [m.value, m.top],
            label: {
              show: true, position: 'end', distance: 4, color: colour, fontSize: 11, fontWeight: 600,
              align: m.value > farRight ? 'right' : 'left', verticalAlign: 'middle',
              formatter: `${say(m.name, look)} ${full(m.value, spec.format, look)}`,
            },
          },
        ]) as never,
      },
    };
  });

  const axis = valueAxis(look, spec.format);
  return {
    ...base,
    grid: { left: 14, right: 18, top: 34, bottom: 30 },
    legend: { ...base.legend, data: spec.series.map(d => say(d.name, look)) },
    xAxis: {
      ...axis, min, max, splitNumber: isNarrow(look) ? 4 : 8, name: '', splitLine: { show: false },
      axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: look.line } },
    },
    yAxis: { type: 'value', min: 0, max: peak * (1.06 + 0.11 * marks.length), show: false },
    tooltip: { ...base.tooltip, trigger: 'axis', formatter: tooltip(spec.series, spec.format, look) },
    series: areas,
  };
}
