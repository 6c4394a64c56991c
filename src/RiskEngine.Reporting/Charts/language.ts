// The page holds both languages; this shows one: that of the address, else the reader's own.
import { current, note, type Lang } from './address';

export function showLanguage(lang: Lang): void {
  const root = document.documentElement;
  root.dataset.lang = lang;
  root.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = root.dataset[lang === 'zh' ? 'titleZh' : 'titleEn'] ?? document.title;
  for (const option of document.querySelectorAll<HTMLOptionElement>('option[data-en]')) {
    option.textContent = option.dataset[lang] ?? option.textContent;
  }
}

export function switchLanguage(changed: () => void): void {
  showLanguage(current().lang ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'));
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-switch]')) {
    button.addEventListener('click', () => {
      const lang = button.dataset.switch as Lang;
      note({ lang });
      showLanguage(lang);
      changed();
    });
  }
}
