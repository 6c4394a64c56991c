// What the page hands to the charts: one JSON object per figure, written by the C# records of the same names.

export interface Text { en: string; zh: string }

/** How values of an axis read: percent takes 0.12 as 12%; points takes it as 12 of its unit; number keeps the value and names its unit. */
export interface Format { style: 'percent' | 'points' | 'number'; unit: Text }

export interface Bands { name: Text; p5: number[]; p25: number[]; p50: number[]; p75: number[]; p95: number[] }

export interface FanSpec {
  kind: 'fan';
  format: Format;
  dates: string[];
  series: Bands[];
  horizons: { date: string; name: Text }[];
}

export interface ForecastSpec {
  kind: 'forecast';
  format: Format;
  dates: string[];
  bands: Bands;
  points: { date: string; value: number; isFromArticle: boolean }[];
}

/** Shares of paths in equal bins, the first from low to low + width. */
export interface Distribution {
  name: Text;
  low: number;
  width: number;
  shares: number[];
  marks: { value: number; name: Text }[];
}

export interface HistogramSpec {
  kind: 'histogram';
  format: Format;
  series: Distribution[];
}

export interface Dot { value: number; low: number; high: number }

/** Dots with 95% error bars, one row an item, one mark a series; a null dot is a figure that does not exist. */
export interface DotsSpec {
  kind: 'effects' | 'cases' | 'probabilities' | 'bars';
  format: Format;
  series: Text[];
  items: { name: Text; dots: (Dot | null)[] }[];
}

/** Totals, and the steps from one to the next. */
export interface WaterfallSpec {
  kind: 'waterfall';
  format: Format;
  items: { name: Text; value: number; isTotal: boolean }[];
}

/** A distribution in short. */
export interface BoxesSpec {
  kind: 'boxes';
  format: Format;
  items: { name: Text; q05: number; q25: number; q50: number; q75: number; q95: number }[];
}

/** Of each item its measures, of each measure a dot a series. */
export interface DumbbellSpec {
  kind: 'dumbbells';
  format: Format;
  series: Text[];
  measures: Text[];
  items: { name: Text; measures: (Dot | null)[][] }[];
}

/** Returns on days counted from the first date, the limit of each, and the indices of those that broke it. */
export interface BreachSpec {
  kind: 'breaches';
  format: Format;
  names: Text[];
  start: string;
  days: number[];
  returns: number[];
  limits: number[];
  breaches: number[];
}

/** Estimates over dates, each line on dates of its own. */
export interface TimelineSpec {
  kind: 'timeline';
  format: Format;
  series: { name: Text; dates: string[]; dots: Dot[] }[];
  marks: { date: string; name: Text }[];
}

/** One quantity against another; the format is that of the vertical axis. */
export interface CurvesSpec {
  kind: 'curves';
  format: Format;
  yName: Text;
  xFormat: Format;
  xName: Text;
  curves: { name: Text; points: { x: number; y: number; name: Text | null }[]; colour: number; joined: boolean; dashed: boolean }[];
}

/** A quantity by two others: cells count their values across and upwards from 0. */
export interface HeatmapSpec {
  kind: 'heatmap';
  format: Format;
  xName: Text;
  yName: Text;
  xs: Text[];
  ys: Text[];
  cells: { x: number; y: number; value: number }[];
}

export type ChartSpec =
  | FanSpec | ForecastSpec | HistogramSpec | DotsSpec | BoxesSpec | DumbbellSpec | BreachSpec | TimelineSpec | CurvesSpec | HeatmapSpec
  | WaterfallSpec;
