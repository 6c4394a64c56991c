// What all charts share: text style, legend, axes, tooltip drawn as text (so no label can become markup).
import type { EChartsOption } from './echarts';
import type { Look } from './look';
import { short, unitName } from './look';
import type { Format } from './spec';

export function frame(look: Look): EChartsOption {
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: look.font, color: look.ink },
    legend: {
      top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 14, icon: 'roundRect',
      textStyle: { color: look.ink, fontSize: 12 }, inactiveColor: look.line,
    },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: look.paper, borderColor: look.line, borderWidth: 1,
      padding: 8, textStyle: { color: look.ink, fontSize: 12, fontFamily: look.font },
    },
  };
}

const axisStyle = (look: Look) => ({
  axisLine: { show: true, onZero: false, lineStyle: { color: look.line } },
  axisTick: { show: false },
  axisLabel: { color: look.muted, fontSize: 11, hideOverlap: true },
  nameTextStyle: { color: look.muted, fontSize: 11 },
});

export function valueAxis(look: Look, format: Format) {
  const style = axisStyle(look);
  return {
    ...style,
    type: 'value' as const,
    scale: true,
    name: unitName(format, look),
    nameGap: 22,
    splitLine: { lineStyle: { color: look.line, width: 0.6 } },
    axisLine: { show: false },
    axisLabel: { ...style.axisLabel, formatter: (value: number) => short(value, format, look) },
  };
}

export function timeAxis(look: Look, dates: string[]) {
  const style = axisStyle(look);
  return {
    ...style,
    type: 'time' as const,
    min: dates[0],
    max: dates[dates.length - 1],
    splitLine: { show: false },
    axisLabel: {
      ...style.axisLabel,
      formatter: (value: number) => new Date(value).toISOString().slice(0, 7),
    },
  };
}
