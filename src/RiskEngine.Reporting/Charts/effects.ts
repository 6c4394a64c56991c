// What each recommendation or risk does: dots with error bars against a line at zero.
import { dots } from './dots';
import type { EChartsOption, SeriesOption } from './echarts';
import type { Look } from './look';
import type { DotsSpec } from './spec';

export function effects(spec: DotsSpec, look: Look): EChartsOption {
  const option = dots(spec, look);
  const zero: SeriesOption = {
    type: 'line', data: [], silent: true,
    markLine: {
      symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: look.ink, type: 'solid', width: 1 },
      data: [{ xAxis: 0 }],
    },
  };
  return { ...option, xAxis: { ...option.xAxis as object, scale: false }, series: [...option.series as SeriesOption[], zero] };
}
