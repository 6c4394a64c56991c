// The distribution of profit at a horizon: shares of paths per bin as stepped areas, measures as marked lines.
import type { EChartsOption, SeriesOption } from './echarts';
import { frame, valueAxis } from './frame';
import { faded, full, isNarrow, say, type Look } from './look';
import type { HistogramSpec } from './spec';

export function histogram(spec: HistogramSpec, look: Look): EChartsOption {
  const base = frame(look);
  const peak = Math.max(...spec.series.flatMap(s => s.shares));
  // Above the highest bin one row a mark is kept free; the leftmost mark is the highest, so that no line crosses a label.
  const marks = spec.series.flatMap((s, k) => s.marks.map(m => ({ ...m, series: k }))).sort((a, b) => a.value - b.value);
  const top = peak * (1 + 0.11 * (marks.length + 0.5));
  const farRight = spec.edges[0] + 0.7 * (spec.edges[spec.edges.length - 1] - spec.edges[0]);

  const areas: SeriesOption[] = spec.series.map((s, k) => {
    const colour = look.series[k];
    return {
      type: 'line', name: say(s.name, look), step: 'end', showSymbol: false, z: 2 + k,
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: 1.6, type: k === 0 ? 'solid' : [6, 3] },
      areaStyle: { color: faded(colour, k === 0 ? 0.3 : 0.14), origin: 'start' },
      data: [
        [spec.edges[0], 0],
        ...s.shares.map((share, i) => [spec.edges[i], share]),
        [spec.edges[s.shares.length], s.shares[s.shares.length - 1]],
        [spec.edges[s.shares.length], 0],
      ],
      markLine: {
        symbol: 'none', silent: true, animation: false,
        data: marks.map((m, row) => ({ ...m, row })).filter(m => m.series === k).map(m => [
          { coord: [m.value, 0], lineStyle: { color: colour, width: 1.2, type: k === 0 ? 'solid' as const : [6, 3] } },
          {
            coord: [m.value, peak * (1.05 + 0.11 * (marks.length - 1 - m.row))],
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

  const share = (x: number) => full(x, { style: 'percent', unit: { en: '', zh: '' } }, look);
  const to = look.lang === 'zh' ? '至' : 'to';
  return {
    ...base,
    grid: { left: 14, right: 18, top: 34, bottom: 30 },
    legend: { ...base.legend, data: spec.series.map(s => say(s.name, look)) },
    xAxis: {
      ...valueAxis(look, spec.format), scale: true, min: spec.edges[0], max: spec.edges[spec.edges.length - 1],
      splitNumber: isNarrow(look) ? 4 : 8, name: '', splitLine: { show: false },
      axisLabel: { ...valueAxis(look, spec.format).axisLabel, showMinLabel: false, showMaxLabel: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: look.line } },
    },
    yAxis: { type: 'value', min: 0, max: top, show: false },
    tooltip: {
      ...base.tooltip, trigger: 'axis',
      formatter: (params: unknown) => {
        const at = Math.min(Math.max((params as { dataIndex: number }[])[0].dataIndex - 1, 0), spec.edges.length - 2);
        const [low, high] = [full(spec.edges[at], spec.format, look), full(spec.edges[at + 1], spec.format, look)];
        return [`${low} ${to} ${high}`, ...spec.series.map(s => `${say(s.name, look)}: ${share(s.shares[at])}`)].join('\n');
      },
    },
    series: areas,
  };
}
