import { t } from '@vscode/l10n';
import { issueRule } from '../rule';

export const lostStructure = issueRule({
  id: 'lost-structure',
  title: 'Manual structure whose line is missing',
  description: 'Manually set roles, article boundaries and continuations whose line is no longer in the text.',
  severity: 'info',
  *check({ document: { handMade } }) {
    const { unplaced } = handMade;
    if (unplaced.length === 0) return;
    const lines = unplaced.slice(0, MOST_QUOTED).map(({ line }) => line.text);
    yield {
      // Nothing is marked: the finding is about lines that are not there.
      span: { start: 0, end: 0 },
      message: t(
        'Manual structure was not applied, because its line is missing or ambiguous ({0}): {1}',
        unplaced.length,
        lines.join(' / ') + (unplaced.length > MOST_QUOTED ? ' …' : ''),
      ),
      fixes: [],
    };
  },
});

/** So many lines are quoted in the message. */
const MOST_QUOTED = 3;
