import { config } from '@vscode/l10n';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json';

/** The languages of the interface. */
type Language = 'en' | 'zh-cn';

let language: Language = 'en';

/** Chooses the language of all messages: Chinese for any Chinese locale (`zh-cn`, `zh_CN.UTF-8`), else English. */
export function speak(locale: string | undefined): void {
  language = locale?.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
  config({ contents: language === 'zh-cn' ? chinese : {} });
}

/** The language of all messages. */
export function spokenLanguage(): string {
  return language;
}

/** Of a text that a file has in both languages, the one in the language of the messages. */
export function inLanguage(texts: Readonly<Record<Language, string>>): string {
  return texts[language];
}
