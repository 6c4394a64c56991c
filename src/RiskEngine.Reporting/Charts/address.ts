// What the page shows, as its address says it: #lang=zh&portfolio=chips&case=bear&at=risks. A plain #risks leads to a place; #en and #zh
// are languages.
export type Lang = 'en' | 'zh';

export interface Shown {
  lang?: Lang;
  portfolio?: string;
  case?: string;
  horizon?: string;
  variant?: string;
  at?: string;
}

const Keys = ['portfolio', 'case', 'horizon', 'variant', 'at'] as const;

const isLang = (text: string | null | undefined): text is Lang => text === 'en' || text === 'zh';

export function read(hash: string): Shown {
  const text = hash.replace(/^#/, '');
  if (isLang(text)) return { lang: text };
  if (!text.includes('=')) return text === '' ? {} : { at: decodeURIComponent(text) };
  const values = new URLSearchParams(text);
  const lang = values.get('lang');
  return {
    ...(isLang(lang) ? { lang } : {}),
    ...Object.fromEntries(Keys.filter(key => values.has(key)).map(key => [key, values.get(key)!])),
  };
}

let shown: Shown = read(location.hash);

export const current = () => shown;

/** Notes what is shown now, so that the address can be sent to somebody. */
export function note(change: Shown): void {
  shown = { ...shown, ...change };
  const values = new URLSearchParams();
  for (const key of ['lang', ...Keys] as const) {
    const value = shown[key];
    if (value !== undefined) values.set(key, value);
  }
  history.replaceState(null, '', `#${values}`);
}

/** Calls when the reader follows a link of the page or types another address. */
export function onMove(moved: (to: Shown) => void): void {
  window.addEventListener('hashchange', () => moved(read(location.hash)));
}
