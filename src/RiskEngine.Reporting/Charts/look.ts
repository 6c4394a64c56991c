// Colours, language and number formats of the moment: charts are rebuilt when any of them changes.
import type { Format, Text } from './spec';

export interface Look {
  lang: 'en' | 'zh';
  width: number;
  ink: string;
  muted: string;
  line: string;
  paper: string;
  /** Colours of the series in order: as held, following the article, others. */
  series: string[];
  font: string;
}

/** The look of now: colours are the page's own CSS variables, so a theme is written once. */
export function currentLook(element: HTMLElement): Look {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    lang: document.documentElement.dataset.lang === 'zh' ? 'zh' : 'en',
    width: element.clientWidth,
    ink: read('--ink'),
    muted: read('--muted'),
    line: read('--line'),
    paper: read('--paper'),
    series: ['--series-1', '--series-2', '--series-3', '--series-4'].map(read),
    font: getComputedStyle(document.body).fontFamily,
  };
}

export const isNarrow = (look: Look) => look.width < 560;

export const say = (text: Text, look: Look) => text[look.lang];

const locale = (look: Look) => (look.lang === 'zh' ? 'zh-CN' : 'en');

/** Points are differences: a hundred times the value, with its sign. */
const written = (value: number, format: Format, look: Look, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale(look), {
  ...options,
  ...(format.style === 'percent' ? { style: 'percent' } : {}),
  ...(format.style === 'points' ? { signDisplay: 'exceptZero' } : {}),
}).format(format.style === 'points' ? 100 * value : value).replace('-', '−');

/** A value for a tooltip or a mark: three significant digits, of points two decimals, with its unit. */
export function full(value: number, format: Format, look: Look): string {
  if (!Number.isFinite(value)) return '–';
  const number = written(value, format, look, format.style === 'points'
    ? { maximumFractionDigits: 2 }
    : { minimumSignificantDigits: format.style === 'percent' ? 3 : 1, maximumSignificantDigits: 3 });
  const unit = format.style === 'number' ? say(format.unit, look) : '';
  return unit === '' ? number : `${number} ${unit}`;
}

/** A value for an axis tick: short, without its unit (the axis carries that). */
export const short = (value: number, format: Format, look: Look) => written(value, format, look, format.style === 'number'
  ? { notation: 'compact', maximumSignificantDigits: 4 }
  : { maximumFractionDigits: format.style === 'points' ? 2 : 1 });

/** What an axis says of its unit: nothing for percent, whose ticks carry the sign. */
export const unitName = (format: Format, look: Look) => (format.style === 'percent' ? '' : say(format.unit, look));

/** A colour made lighter by transparency: an error bar's or a band's. */
export function faded(colour: string, opacity: number): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${opacity})`;
}
