// One figure: reads its spec, keeps its chart, and redraws it for a look.
import { breaches } from './breaches';
import { curves } from './curves';
import { dots, dotsHeight } from './dots';
import { init, type ECharts, type EChartsOption } from './echarts';
import { effects } from './effects';
import { fan } from './fan';
import { forecast } from './forecast';
import { heatmap, heatmapHeight } from './heatmap';
import { histogram } from './histogram';
import { currentLook, isNarrow, type Look } from './look';
import { probabilities } from './probabilities';
import type { ChartSpec } from './spec';
import { timeline, timelineHeight } from './timeline';

function option(spec: ChartSpec, look: Look): EChartsOption {
  switch (spec.kind) {
    case 'fan': return fan(spec, look);
    case 'forecast': return forecast(spec, look);
    case 'histogram': return histogram(spec, look);
    case 'effects': return effects(spec, look);
    case 'cases': return dots(spec, look);
    case 'probabilities': return probabilities(spec, look);
    case 'breaches': return breaches(spec, look);
    case 'timeline': return timeline(spec, look);
    case 'curves': return curves(spec, look);
    case 'heatmap': return heatmap(spec, look);
  }
}

function height(spec: ChartSpec, look: Look): number {
  if ('items' in spec) return dotsHeight(spec, look);
  if (spec.kind === 'timeline') return timelineHeight(spec, look);
  if (spec.kind === 'curves') return 400;
  if (spec.kind === 'heatmap') return heatmapHeight(spec);
  return isNarrow(look) ? 260 : 320;
}

export class Figure {
  private readonly spec: ChartSpec;
  private readonly plot: HTMLElement;
  private chart: ECharts | undefined;

  constructor(figure: HTMLElement) {
    this.spec = JSON.parse(figure.querySelector('script')!.textContent!) as ChartSpec;
    this.plot = figure.querySelector<HTMLElement>('.plot')!;
  }

  get drawn(): boolean {
    return this.chart !== undefined;
  }

  /** Takes the chart's place on the page before it is drawn, so that nothing moves when it is. */
  reserve(): Look {
    const look = currentLook(this.plot);
    this.plot.style.height = `${height(this.spec, look)}px`;
    return look;
  }

  draw(): void {
    const look = this.reserve();
    if (look.width === 0) return;
    this.chart ??= init(this.plot, null, { renderer: 'svg' });
    this.chart.resize();
    this.chart.setOption(option(this.spec, look), { notMerge: true });
    this.chart.getZr().flush();
  }
}
