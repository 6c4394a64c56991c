// What is folded, or about what is not chosen, stands in templates, and becomes part of the page when asked for: it stays small.

/** Makes the content of a fold part of the page; calls with the elements that came. */
export function unfold(fold: HTMLElement, came: (parts: Element[]) => void): void {
  const template = fold.querySelector<HTMLTemplateElement>(':scope > template');
  if (!template) return;
  const parts = [...template.content.children];
  template.replaceWith(template.content);
  came(parts);
}

/** The folds around an id that is not part of the page yet, the outermost first; null where no fold has it. */
function foldsAround(id: string, within: ParentNode): HTMLTemplateElement[] | null {
  for (const template of within.querySelectorAll('template')) {
    if (template.content.getElementById(id)) return [template];
    const inner = foldsAround(id, template.content);
    if (inner) return [template, ...inner];
  }
  return null;
}

/** The element of an id, out of its folds where it stands in some. */
export function find(id: string, came: (parts: Element[]) => void): HTMLElement | null {
  for (const template of foldsAround(id, document) ?? []) unfold(template.parentElement!, came);
  return document.getElementById(id);
}

/** Unfolds all there is, also what the folds held. */
export function unfoldAll(came: (parts: Element[]) => void): void {
  for (let folds = closed(); folds.length > 0; folds = closed()) {
    for (const fold of folds) unfold(fold, came);
  }
}

const closed = () => [...document.querySelectorAll<HTMLDetailsElement>('details:has(> template)')];
