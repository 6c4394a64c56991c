// Long tables get a field that keeps the rows which contain what is typed.
export function addFilters(within: Iterable<Element>): void {
  for (const part of within) {
    const boxes = part.matches('[data-filter]') ? [part] : [...part.querySelectorAll('[data-filter]')];
    for (const box of boxes) {
      const input = document.createElement('input');
      input.type = 'search';
      input.className = 'filter';
      input.placeholder = 'Filter · 筛选';
      input.setAttribute('aria-label', 'Filter the rows of this table · 筛选本表的行');
      input.addEventListener('input', () => {
        const wanted = input.value.trim().toLowerCase();
        for (const row of box.querySelectorAll<HTMLElement>('tbody tr')) {
          row.hidden = !row.textContent!.toLowerCase().includes(wanted);
        }
      });
      box.before(input);
    }
  }
}
