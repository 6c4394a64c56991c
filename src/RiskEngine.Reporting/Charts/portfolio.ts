// Of several portfolios the page shows one: the first, or the one that was chosen.
import { current, note } from './address';

const chooser = document.querySelector<HTMLSelectElement>('select[data-choose="portfolio"]');

export function showPortfolio(id: string | undefined): void {
  if (!chooser) return;
  const known = [...chooser.options].map(option => option.value);
  chooser.value = id !== undefined && known.includes(id) ? id : known[0]!;
  applyTo(document.querySelectorAll('[data-portfolio]'));
}

/** Hides what is about other portfolios among some elements. */
export function applyTo(elements: Iterable<Element>): void {
  if (!chooser) return;
  for (const element of elements) {
    (element as HTMLElement).hidden = (element as HTMLElement).dataset.portfolio !== chooser.value;
  }
}

export function choosePortfolio(changed: () => void): void {
  showPortfolio(current().portfolio);
  chooser?.addEventListener('change', () => {
    note({ portfolio: chooser.value });
    showPortfolio(chooser.value);
    changed();
  });
}
