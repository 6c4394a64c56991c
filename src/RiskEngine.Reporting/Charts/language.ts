// The page holds both languages; this shows one: that of the address (#en, #zh), else the reader's own.
type Lang = 'en' | 'zh';

const fromHash = (): Lang | undefined => {
  const hash = location.hash.slice(1);
  return hash === 'en' || hash === 'zh' ? hash : undefined;
};

export function switchLanguage(changed: () => void): void {
  const root = document.documentElement;
  const show = (lang: Lang) => {
    root.dataset.lang = lang;
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = root.dataset[lang === 'zh' ? 'titleZh' : 'titleEn'] ?? document.title;
    changed();
  };

  show(fromHash() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'));
  window.addEventListener('hashchange', () => {
    const lang = fromHash();
    if (lang !== undefined) show(lang);
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-switch]')) {
    button.addEventListener('click', () => {
      const lang = button.dataset.switch as Lang;
      history.replaceState(null, '', `#${lang}`);
      show(lang);
    });
  }
}
