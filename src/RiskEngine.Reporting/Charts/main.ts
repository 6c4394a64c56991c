// The page's only script: language, filters, and charts that are drawn when they come into view.
import { Figure } from './draw';
import { addFilters } from './filter';
import { switchLanguage } from './language';

const root = document.documentElement;
root.classList.add('scripted');

const figures = new Map<Element, Figure>();
for (const element of document.querySelectorAll<HTMLElement>('figure.chart')) figures.set(element, new Figure(element));

const redraw = () => {
  for (const figure of figures.values()) {
    if (figure.drawn) figure.draw();
    else figure.reserve();
  }
};

switchLanguage(redraw);
addFilters();

// What the reader sees at once is drawn at once; the rest shortly before it comes into view.
for (const [element, figure] of figures) {
  if (element.getBoundingClientRect().top < innerHeight) figure.draw();
}

const seen = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    const figure = figures.get(entry.target)!;
    if (!figure.drawn) figure.draw();
  }
}, { rootMargin: '400px' });
for (const element of figures.keys()) seen.observe(element);

// What is folded has no width to draw in; it is drawn, or drawn again in the language of now, when it is opened.
document.addEventListener('toggle', event => {
  const fold = event.target as HTMLDetailsElement;
  if (!fold.open) return;
  for (const [element, figure] of figures) {
    if (fold.contains(element)) figure.draw();
  }
}, true);

// A link may lead into what is folded: it opens, and all around it.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const own = target.querySelector<HTMLDetailsElement>(':scope > details.appendix');
  if (own) own.open = true;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  target.scrollIntoView();
};
window.addEventListener('hashchange', reveal);
reveal();

let width = root.clientWidth;
window.addEventListener('resize', () => {
  if (root.clientWidth === width) return;
  width = root.clientWidth;
  redraw();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

// Paper is white, whatever the screen: every chart is drawn in the light colours before it is printed.
const drawAll = () => {
  for (const figure of figures.values()) figure.draw();
};
let opened: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  root.dataset.print = '';
  opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const fold of opened) fold.open = true;
  drawAll();
});
window.addEventListener('afterprint', () => {
  delete root.dataset.print;
  for (const fold of opened) fold.open = false;
  redraw();
});
