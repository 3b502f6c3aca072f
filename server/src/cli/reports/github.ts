import type { Severity } from '../../core/diagnostic';
import { visible } from '../../core/visible';
import { regionOf, type Report } from './report';

/**
 * Commands to a GitHub workflow, one line a finding:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function github(): Report {
  return {
    begin: '',
    between: '',
    file({ analysis: { source, document }, diagnostics }) {
      return diagnostics
        .map(({ rule, severity, message, span }) => {
          const { line, column, endLine, endColumn } = regionOf(document, span);
          const properties = { file: source.path, line, endLine, col: column, endColumn, title: rule };
          const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
          return `::${LEVELS[severity]} ${list.join(',')}::${escapeMessage(message)}\n`;
        })
        .join('');
    },
    end: () => '',
  };
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** A line end would begin another command, and so would `%0A`, which the workflow reads as one. */
function escapeMessage(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
