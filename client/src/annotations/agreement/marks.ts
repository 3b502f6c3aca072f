import * as vscode from 'vscode';
import type { DisagreementItem } from '../../../../server/src/lsp/agreementProtocol';
import type { LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import { visible } from '../../../../server/src/core/visible';
import { editorRange } from '../../ranges';
import { titleOf } from '../facts';

/** Shows one disagreement at a time in the text: both readings framed, each with the annotator’s name and the label. */
export interface DisagreementMarks {
  show(editor: vscode.TextEditor, item: DisagreementItem, labels: LabelsResult): void;
  dispose(): void;
}

/** Makes the marks: a frame of its own kind for each of two readings. */
export function createDisagreementMarks(): DisagreementMarks {
  const markOf = (borderStyle: string): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      border: `2px ${borderStyle}`,
      borderColor: new vscode.ThemeColor('focusBorder'),
      after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0.5em' },
    });
  const marks = [markOf('solid'), markOf('dashed')] as const;
  return {
    show(editor, { first, second, firstName, secondName }, labels) {
      const shown = [
        { reading: first, name: firstName, mark: marks[0] },
        { reading: second, name: secondName, mark: marks[1] },
      ];
      for (const { reading, name, mark } of shown)
        editor.setDecorations(
          mark,
          reading
            ? [
                {
                  range: editorRange(reading.range),
                  renderOptions: {
                    after: { contentText: visible(`${name}: ${titleOf(labels, reading.label)}`) },
                  },
                },
              ]
            : [],
        );
      const [start, end] = [first, second].flatMap((one) => (one ? [editorRange(one.range)] : []));
      const all = start && (end ? start.union(end) : start);
      if (all) editor.revealRange(all, vscode.TextEditorRevealType.InCenter);
    },
    dispose() {
      for (const mark of marks) mark.dispose();
    },
  };
}
