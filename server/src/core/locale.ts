import { config } from '@vscode/l10n';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json';

/** Chooses the language of all messages: Chinese for any Chinese locale (`zh-cn`, `zh_CN.UTF-8`), else English. */
export function speak(locale: string | undefined): void {
  config({ contents: locale?.toLowerCase().startsWith('zh') ? chinese : {} });
}
