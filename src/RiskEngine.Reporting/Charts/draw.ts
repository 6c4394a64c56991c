// One figure: reads its spec, keeps its chart, and redraws it for a look.
import { bars, barsHeight } from './bars';
import { boxes, boxesHeight } from './boxes';
import { breaches } from './breaches';
import { curves } from './curves';
import { tableOf } from './data';
import { dots, dotsHeight } from './dots';
import { dumbbells, dumbbellsHeight } from './dumbbells';
import { init, type ECharts, type EChartsOption } from './echarts';
import { effects } from './effects';
import { fan } from './fan';
import { forecast } from './forecast';
import { heatmap, heatmapHeight } from './heatmap';
import { histogram } from './histogram';
import { currentLook, isNarrow, type Look } from './look';
import { probabilities } from './probabilities';
import { savePng, saveSvg } from './save';
import type { ChartSpec, Text } from './spec';
import { timeline, timelineHeight } from './timeline';
import { waterfall, waterfallHeight } from './waterfall';

function option(spec: ChartSpec, look: Look): EChartsOption {
  switch (spec.kind) {
    case 'fan': return fan(spec, look);
    case 'forecast': return forecast(spec, look);
    case 'histogram': return histogram(spec, look);
    case 'effects': return effects(spec, look);
    case 'cases': return dots(spec, look);
    case 'probabilities': return probabilities(spec, look);
    case 'bars': return bars(spec, look);
    case 'boxes': return boxes(spec, look);
    case 'dumbbells': return dumbbells(spec, look);
    case 'breaches': return breaches(spec, look);
    case 'timeline': return timeline(spec, look);
    case 'curves': return curves(spec, look);
    case 'heatmap': return heatmap(spec, look);
    case 'waterfall': return waterfall(spec, look);
  }
}

function height(spec: ChartSpec, look: Look): number {
  if (spec.kind === 'bars') return barsHeight(spec, look);
  if (spec.kind === 'boxes') return boxesHeight(spec, look);
  if (spec.kind === 'dumbbells') return dumbbellsHeight(spec, look);
  if (spec.kind === 'waterfall') return waterfallHeight(spec, look);
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
    this.addTools(figure);
  }

  /** Below the description: the chart as a file, and its figures. */
  private addTools(figure: HTMLElement): void {
    const tools = document.createElement('p');
    tools.className = 'tools';
    const add = (text: Text, does: (button: HTMLButtonElement) => void) => {
      const button = document.createElement('button');
      button.type = 'button';
      for (const [lang, words] of [['en', text.en], ['zh-CN', text.zh]]) {
        const span = document.createElement('span');
        span.lang = lang;
        span.textContent = words;
        button.append(span);
      }
      button.addEventListener('click', () => does(button));
      tools.append(button);
      return button;
    };
    const name = this.plot.getAttribute('aria-labelledby') ?? 'chart';
    const drawn = (save: typeof saveSvg | typeof savePng) => {
      this.draw();
      const svg = this.plot.querySelector('svg');
      if (svg) void save(svg, currentLook(this.plot).paper, name);
    };
    add({ en: 'Figures', zh: '数据' }, button => {
      const shown = figure.querySelector(':scope > .data');
      if (shown) shown.remove();
      else tools.after(tableOf(this.spec, currentLook(this.plot)));
      button.setAttribute('aria-expanded', String(!shown));
    }).setAttribute('aria-expanded', 'false');
    add({ en: 'Save PNG', zh: '保存 PNG' }, () => drawn(savePng));
    add({ en: 'Save SVG', zh: '保存 SVG' }, () => drawn(saveSvg));
    figure.append(tools);
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
    const data = this.plot.parentElement!.querySelector(':scope > .data');
    data?.replaceWith(tableOf(this.spec, look));
  }
}
