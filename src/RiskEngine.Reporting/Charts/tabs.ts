// The appendix: one of its parts at a time, behind tabs as the ARIA Authoring Practices describe them: the arrow keys, Home and End move.
const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];

const panelOf = (tab: HTMLElement) => document.getElementById(tab.getAttribute('aria-controls')!)!;

function select(chosen: HTMLElement): void {
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    panelOf(tab).hidden = tab !== chosen;
  }
}

/** A part that holds one thing shows it at once. */
function openOnly(panel: HTMLElement): void {
  const folds = panel.querySelectorAll<HTMLDetailsElement>(':scope > section > details');
  if (folds.length === 1) folds[0]!.open = true;
}

/** Shows the part that an element stands in. */
export function showTabOf(element: Element): void {
  const panel = element.closest<HTMLElement>('[role=tabpanel]');
  const tab = tabs.find(t => panelOf(t) === panel);
  if (!tab) return;
  select(tab);
  if (element === panel) openOnly(panel);
}

/** Makes the tabs work; tells the id of the part that the reader chooses. */
export function onTab(chosen: (id: string) => void): void {
  if (tabs.length === 0) return;
  select(tabs[0]!);
  const choose = (tab: HTMLElement) => {
    select(tab);
    openOnly(panelOf(tab));
    chosen(panelOf(tab).id);
  };
  tabs.forEach((tab, at) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', event => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs[(to + tabs.length) % tabs.length]!;
      next.focus();
      choose(next);
    });
  });
}
