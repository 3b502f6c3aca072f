import * as vscode from 'vscode';
import type { Shape } from '../../../server/src/annotations/labels/schema';
import type { LabelItem } from '../../../server/src/lsp/annotationProtocol';

/** How the words of a label look: its own colour in the theme that is in force, and its shape. */
export interface LabelStyle {
  readonly colour: string;
  readonly shape: Shape;
}

/** The style of a label. A label without a colour, or that the set does not have, is grey and solid. */
export function styleOf(label: LabelItem | undefined, kind: vscode.ColorThemeKind): LabelStyle {
  return { colour: colourOf(label?.colour ?? NEUTRAL, kind), shape: label?.shape ?? 'solid' };
}

/** The mark of annotations; `isUncertain` for those that a person has to look at. */
export function annotationMark({ colour, shape }: LabelStyle, isUncertain: boolean): vscode.DecorationRenderOptions {
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    backgroundColor: `${colour}${isUncertain ? '0d' : '26'}`,
    ...underline(colour, shape),
    ...(isUncertain
      ? {
          after: { contentText: '?', color: colour, fontWeight: 'bold', margin: '0 0 0 1px' },
          overviewRulerColor: colour,
          overviewRulerLane: vscode.OverviewRulerLane.Center,
        }
      : {}),
  };
}

/** The mark of suggestions: only a thin dotted line, so that they are not taken for annotations. */
export function suggestionMark({ colour }: LabelStyle): vscode.DecorationRenderOptions {
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    borderColor: colour,
  };
}

/** A picture of a label’s mark for lists. */
export function swatchOf({ colour, shape }: LabelStyle): vscode.Uri {
  const dashes = { solid: '', dashed: '4 2', dotted: '1.5 2', double: '', wavy: '' }[shape];
  const line = (y: number): string =>
    `<line x1="1" x2="15" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="1.6" stroke-dasharray="${dashes}"/>`;
  const wave = `<path d="M1 12q1.75-3 3.5 0t3.5 0 3.5 0 3.5 0" fill="none" stroke="${colour}" stroke-width="1.4"/>`;
  const lines = { solid: line(12), dashed: line(12), dotted: line(12), double: line(10.5) + line(13.5), wavy: wave }[
    shape
  ];
  const box = `<rect x="1" y="2" width="14" height="7" rx="1" fill="${colour}" fill-opacity="0.45"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${box}${lines}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}

function underline(colour: string, shape: Shape): vscode.DecorationRenderOptions {
  // A border cannot be wavy. What follows the colour is passed on to the style sheet as it is.
  if (shape === 'wavy') return { textDecoration: `underline wavy ${colour} 1.5px` };
  return { borderStyle: shape, borderWidth: `0 0 ${shape === 'double' ? 3 : 2}px 0`, borderColor: colour };
}

function colourOf(colours: NonNullable<LabelItem['colour']>, kind: vscode.ColorThemeKind): string {
  switch (kind) {
    case vscode.ColorThemeKind.Light:
      return colours.light;
    case vscode.ColorThemeKind.HighContrastLight:
      return colours.highContrastLight ?? colours.light;
    case vscode.ColorThemeKind.Dark:
      return colours.dark;
    case vscode.ColorThemeKind.HighContrast:
      return colours.highContrast ?? colours.dark;
  }
}

const NEUTRAL = { light: '#5e5c64', dark: '#b8b5c2' };
