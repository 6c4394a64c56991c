// Estimates over dates: a line each, within the band of its intervals. Colours come again dashed where there are more lines than colours.
import type { EChartsOption, SeriesOption } from './echarts';
import { band, edge } from './fan';
import { frame, timeAxis, valueAxis } from './frame';
import { full, isNarrow, say, type Look } from './look';
import type { TimelineSpec } from './spec';

/** Names stand one below the other on a narrow screen. */
export const timelineHeight = (spec: TimelineSpec, look: Look) => (isNarrow(look) ? 250 + 20 * spec.series.length : 360);

export function timeline(spec: TimelineSpec, look: Look): EChartsOption {
  const base = frame(look);
  const dates = [...new Set(spec.series.flatMap(s => s.dates))].sort();
  const between = look.lang === 'zh' ? '至' : 'to';
  const series = spec.series.flatMap((s, i) => {
    const colour = look.series[i % look.series.length];
    const name = say(s.name, look);
    const line = edge(name, s.dates, s.dots.map(d => d.value), colour, 2, i < look.series.length ? 'solid' : [6, 4]);
    return [band(name, s.dates, s.dots.map(d => d.low), s.dots.map(d => d.high), colour, 0.2), line];
  });
  return {
    ...base,
    grid: { left: 46, right: 24, top: isNarrow(look) ? 12 + 20 * spec.series.length : 60, bottom: 28 },
    legend: { ...base.legend, orient: isNarrow(look) ? 'vertical' : 'horizontal', data: spec.series.map(s => say(s.name, look)) },
    xAxis: timeAxis(look, dates),
    yAxis: { ...valueAxis(look, spec.format), scale: false, min: 0 },
    tooltip: {
      ...base.tooltip, trigger: 'axis',
      formatter: (params: unknown) => {
        const [first] = params as { value: [string, number] }[];
        if (first === undefined) return '';
        const date = first.value[0];
        return [date, ...spec.series.flatMap(s => {
          const dot = s.dots[s.dates.indexOf(date)];
          return dot === undefined ? [] : [
            `${say(s.name, look)}: ${full(dot.value, spec.format, look)} `
              + `(${full(dot.low, spec.format, look)} ${between} ${full(dot.high, spec.format, look)})`,
          ];
        })].join('\n');
      },
    },
    series: [...series, {
      type: 'line', data: [], silent: true,
      markLine: {
        symbol: 'none', silent: true, lineStyle: { color: look.muted, type: [2, 3], width: 1 },
        label: { color: look.ink, fontSize: 11, position: 'insideEndTop' },
        data: spec.marks.map(m => ({ xAxis: m.date, label: { formatter: say(m.name, look) } })),
      },
    } as SeriesOption],
  };
}
