// What the reader chooses once for the whole page: portfolio, case, horizon, variant. Only what is about the choices is in sight; what is
// about others waits in templates until it is chosen.
import { current, note, type Shown } from './address';
import { unfold } from './fold';

const choosers = [...document.querySelectorAll<HTMLSelectElement>('select[data-choose]')];

/** Elements that are about one option of some choice. */
export const Chosen = choosers.length === 0 ? 'template template' : choosers.map(c => `[data-${c.dataset.choose}]`).join(',');

const standard = (chooser: HTMLSelectElement) =>
  ([...chooser.options].find(option => option.defaultSelected) ?? chooser.options[0]!).value;

/** Sets the choices that the address names, the others as they were first. */
export function showChoices(to: Shown, came: (parts: Element[]) => void): void {
  for (const chooser of choosers) {
    const wanted = to[chooser.dataset.choose as keyof Shown];
    chooser.value = [...chooser.options].some(option => option.value === wanted) ? wanted! : standard(chooser);
  }
  applyTo(document.querySelectorAll(Chosen), came);
}

/** Shows what is about the choices among some elements, and hides the rest. */
export function applyTo(elements: Iterable<Element>, came: (parts: Element[]) => void): void {
  for (const element of elements as Iterable<HTMLElement>) {
    const about = choosers.filter(c => element.dataset[c.dataset.choose!] !== undefined);
    element.hidden = about.some(c => element.dataset[c.dataset.choose!] !== c.value);
    if (!element.hidden) unfold(element, came);
  }
  for (const chooser of choosers) {
    for (const said of document.querySelectorAll<HTMLElement>(`[data-unmoved="${chooser.dataset.choose}"]`)) {
      said.hidden = chooser.value === standard(chooser);
    }
  }
}

/** What must be chosen for an element to be in sight. */
export function choicesAround(element: Element): Shown {
  const wanted: Shown = {};
  for (let about = element.closest<HTMLElement>(Chosen); about; about = about.parentElement?.closest<HTMLElement>(Chosen) ?? null) {
    for (const chooser of choosers) {
      const value = about.dataset[chooser.dataset.choose!];
      if (value !== undefined) (wanted as Record<string, string>)[chooser.dataset.choose!] = value;
    }
  }
  return wanted;
}

export function onChoice(came: (parts: Element[]) => void, changed: () => void): void {
  for (const chooser of choosers) {
    chooser.addEventListener('change', () => {
      note({ [chooser.dataset.choose!]: chooser.value });
      showChoices(current(), came);
      changed();
    });
  }
}
