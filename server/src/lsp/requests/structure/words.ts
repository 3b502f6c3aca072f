import { t } from '@vscode/l10n';
import type { BlockRole, StructureDecision } from '../../../source/sidecar/schema';

/** The name of a role. */
export function roleTitle(role: BlockRole): string {
  switch (role) {
    case 'headline':
      return t('headline');
    case 'kicker':
      return t('kicker');
    case 'subhead':
      return t('subhead');
    case 'rubric':
      return t('rubric');
    case 'byline':
      return t('byline');
    case 'body':
      return t('body text');
    case 'crosshead':
      return t('crosshead');
    case 'caption':
      return t('caption');
    case 'furniture':
      return t('page furniture');
  }
}

/** What a decision says. */
export function decisionTitle(decision: StructureDecision): string {
  switch (decision.kind) {
    case 'role':
      return t('Role: {0}', roleTitle(decision.role));
    case 'join':
      return t('Joined with the article above');
    case 'split':
      return t('An article begins here');
    case 'continuation':
      return t('Continues at “{0}”', decision.to.text);
  }
}
