// How likely the simulated paths make each prediction: from never to always.
import { dots } from './dots';
import type { EChartsOption } from './echarts';
import type { Look } from './look';
import type { DotsSpec } from './spec';

export function probabilities(spec: DotsSpec, look: Look): EChartsOption {
  const option = dots(spec, look);
  return { ...option, xAxis: { ...option.xAxis as object, scale: false, min: 0, max: 1 } };
}
