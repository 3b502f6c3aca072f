import { t } from '@vscode/l10n';
import { createColors } from 'picocolors';
import { SEVERITIES, type Severity } from '../../core/diagnostic';
import { visible } from '../../core/visible';
import { shownPath } from '../terminal';
import { excerptOf } from '../../issue/excerpt';
import { regionOf, type Report, type ReportOptions } from './report';

/** For people: each file with its findings, the damaged words between ⟦ and ⟧ below each, and a summary. */
export function pretty(options: ReportOptions): Report {
  const colours = createColors(options.colours);
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colours.red,
    warning: colours.yellow,
    info: colours.blue,
    hint: colours.dim,
  };

  return {
    begin: '',
    between: '',
    file({ analysis: { source, document }, diagnostics }) {
      if (diagnostics.length === 0) return '';
      const findings = diagnostics.map(({ severity, message, rule, span }) => {
        const { line, column } = regionOf(document, span);
        const { before, marked, after } = excerptOf(document, span);
        const place = `${line}:${column}`.padEnd(8);
        const head = `  ${place} ${paint[severity](severity.padEnd(7))} ${visible(message)}  ${colours.dim(rule)}`;
        return `${head}\n           ${before}${paint[severity](`⟦${marked}⟧`)}${after}\n`;
      });
      return `${colours.underline(shownPath(source.path))}\n${findings.join('')}\n`;
    },
    end({ files, found }) {
      if (files === 0) return '';
      const counted = SEVERITIES.filter((severity) => found[severity] > 0);
      if (counted.length === 0) return t('Nothing found. Files: {0}.', files) + '\n';
      const list = counted.map((severity) => paint[severity](`${severity} ${found[severity]}`)).join(', ');
      return t('Found: {0}. Files: {1}.', list, files) + '\n';
    },
  };
}
