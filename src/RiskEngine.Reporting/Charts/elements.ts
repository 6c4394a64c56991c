// Elements whose words are in both languages, and figures as the panels write them.
import type { FigureName } from './reweighting';
import type { Text } from './spec';

export const words = (en: string, zh: string): Text => ({ en, zh });

type Tags = HTMLElementTagNameMap;

export function make<K extends keyof Tags>(tag: K, className = '', ...children: (Node | Text)[]): Tags[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children.flatMap(child => (child instanceof Node ? [child] : both(child))));
  return element;
}

/** A text in both languages, of which the style sheet shows the reader's. */
export function both(text: Text): Node[] {
  if (text.en === text.zh) return [document.createTextNode(text.en)];
  return (['en', 'zh'] as const).map(lang => {
    const span = document.createElement('span');
    span.lang = lang === 'zh' ? 'zh-CN' : 'en';
    span.textContent = text[lang];
    return span;
  });
}

export const percent = (value: number, digits = 1) => `${(100 * value).toFixed(digits)}%`.replace('-', '−');

export const figureTitles: Record<FigureName, Text> = {
  median: words('Median', '中位数'),
  mean: words('Mean', '均值'),
  es95: words('ES 95%', '95% 预期损失（ES）'),
  loss: words('Loss probability', '亏损概率'),
};
