// The page's only script: what is shown, what is folded, filters, and charts that are drawn when they come into view.
import { current, note, onMove } from './address';
import { applyTo, choicesAround, Chosen, onChoice, showChoices } from './choices';
import { Figure } from './draw';
import { addFilters } from './filter';
import { find, unfold, unfoldAll } from './fold';
import { showLanguage, switchLanguage } from './language';
import { tellPlace } from './place';
import { served } from './engine';
import { addSorting } from './sort';
import { onTab, showTabOf } from './tabs';
import { switchTheme } from './theme';
import { makePanels } from './what-if';
import { makeWorkbenches } from './workbench';

const root = document.documentElement;
root.classList.add('scripted');

const figures = new Map<Element, Figure>();

const seen = new IntersectionObserver(entries => {
  for (const entry of entries) {
    const figure = figures.get(entry.target)!;
    if (entry.isIntersecting && !figure.drawn) figure.draw();
  }
}, { rootMargin: '400px' });

const redraw = () => {
  for (const figure of figures.values()) {
    if (figure.drawn) figure.draw();
    else figure.reserve();
  }
};

/** Takes new parts of the page in: their filters and sorting heads, the chosen portfolio, their charts. */
const takeIn = (parts: Element[]) => {
  addFilters(parts);
  addSorting(parts);
  for (const part of parts) {
    applyTo([...part.matches(Chosen) ? [part] : [], ...part.querySelectorAll(Chosen)], takeIn);
    makePanels(part);
    makeWorkbenches(part, served);
    const found = part.matches('figure.chart') ? [part] : [...part.querySelectorAll('figure.chart')];
    for (const element of found) {
      if (figures.has(element)) continue;
      const figure = new Figure(element as HTMLElement);
      figures.set(element, figure);
      figure.reserve();
      seen.observe(element);
    }
  }
};

const tell = tellPlace();
switchLanguage(() => {
  redraw();
  tell();
});
onChoice(takeIn, redraw);
switchTheme(redraw);
showChoices(current(), () => {});
onTab(id => {
  note({ at: id });
  redraw();
});
takeIn([document.body]);
tell();

// What the reader sees at once is drawn at once; the rest shortly before it comes into view.
for (const [element, figure] of figures) {
  if (element.getBoundingClientRect().top < innerHeight) figure.draw();
}

// What is folded becomes part of the page when it is opened; its charts have a width only then.
document.addEventListener('toggle', event => {
  const fold = event.target as HTMLDetailsElement;
  if (!fold.open) return;
  unfold(fold, takeIn);
  for (const [element, figure] of figures) {
    if (fold.contains(element)) figure.draw();
  }
}, true);

// A link may lead into what is folded, or to what is about another portfolio: that is shown then.
const reveal = (id: string) => {
  const target = find(id, takeIn);
  if (!target) return;
  note(choicesAround(target));
  showChoices(current(), takeIn);
  showTabOf(target);
  const own = target.querySelector<HTMLDetailsElement>(':scope > details.appendix');
  if (own) own.open = true;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  for (const row of document.querySelectorAll('.sought')) row.classList.remove('sought');
  target.classList.add('sought');
  redraw();
  target.scrollIntoView();
};
onMove(to => {
  if (to.lang !== undefined) showLanguage(to.lang);
  note(to);
  showChoices(current(), takeIn);
  redraw();
  if (to.at !== undefined) reveal(to.at);
});
if (current().at !== undefined) reveal(current().at!);

let width = root.clientWidth;
window.addEventListener('resize', () => {
  if (root.clientWidth === width) return;
  width = root.clientWidth;
  redraw();
});

// Paper is white, whatever the screen: every chart is drawn in the light colours before it is printed. What is printed is the brief, and
// what the reader has opened; all of it where that was asked for.
let opened: HTMLDetailsElement[] = [];
let isAll = false;
window.addEventListener('beforeprint', () => {
  root.dataset.print = isAll ? 'all' : 'brief';
  if (isAll) {
    unfoldAll(takeIn);
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const fold of opened) fold.open = true;
  }
  for (const figure of figures.values()) figure.draw();
});
window.addEventListener('afterprint', () => {
  delete root.dataset.print;
  for (const fold of opened) fold.open = false;
  opened = [];
  isAll = false;
  redraw();
});
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.addEventListener('click', () => {
    isAll = button.dataset.print === 'all';
    print();
  });
}
