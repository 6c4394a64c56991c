// The heads of tables with a filter sort the rows: numbers by their value, words as the reader's language orders them; once more, the other
// way.
export function addSorting(within: Iterable<Element>): void {
  for (const part of within) {
    const boxes = part.matches('[data-filter]') ? [part] : [...part.querySelectorAll('[data-filter]')];
    for (const box of boxes) {
      const heads = [...box.querySelectorAll<HTMLTableCellElement>('thead th')];
      heads.forEach((head, column) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'sort';
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener('click', () => sort(box.querySelector('tbody')!, heads, column));
      });
    }
  }
}

function sort(body: HTMLTableSectionElement, heads: HTMLTableCellElement[], column: number): void {
  const isUp = heads[column].getAttribute('aria-sort') !== 'ascending';
  for (const head of heads) head.removeAttribute('aria-sort');
  heads[column].setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
  const order = compare(document.documentElement.lang, isUp ? 1 : -1);
  const rows = [...body.rows].map(row => ({ row, key: keyOf(row.cells[column]) }));
  rows.sort((a, b) => order(a.key, b.key));
  body.append(...rows.map(entry => entry.row));
}

type Key = number | string | null;

/** What is empty or no number in a column of numbers comes last, whichever way. */
const compare = (language: string, sign: number) => (a: Key, b: Key) => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'number' && typeof b === 'number' ? sign * (a - b) : sign * `${a}`.localeCompare(`${b}`, language);
};

function keyOf(cell: HTMLTableCellElement): Key {
  const note = cell.querySelector<HTMLElement>('.note')?.innerText ?? '';
  const text = cell.innerText.slice(0, cell.innerText.length - note.length).trim();
  if (!cell.classList.contains('number')) return text === '' ? null : text;
  const number = parseFloat(text.replace('−', '-').replaceAll(',', ''));
  return Number.isNaN(number) ? null : number;
}
