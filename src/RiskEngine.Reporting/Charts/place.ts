// Which section the reader is in, told in the bar.
export function tellPlace(): () => void {
  const place = document.querySelector<HTMLElement>('[data-place]');
  const sections = [...document.querySelectorAll<HTMLElement>('main section')];
  const tell = () => {
    const shown = sections.filter(section => section.getClientRects().length > 0);
    const here = shown.reverse().find(section => section.getBoundingClientRect().top < innerHeight / 3) ?? sections[0];
    const title = here?.querySelector('h2')?.cloneNode(true);
    if (place && title) place.replaceChildren(...title.childNodes);
  };
  let waiting = false;
  window.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      tell();
    });
  }, { passive: true });
  return tell;
}
