// Light and dark are the reader's system's, until the reader says otherwise.
export function switchTheme(changed: () => void): void {
  const root = document.documentElement;
  document.querySelector<HTMLButtonElement>('button[data-theme-switch]')?.addEventListener('click', () => {
    const isDark = root.dataset.theme !== undefined
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
    changed();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}
