/** How a reading copy looks: one column as wide as forty characters, black on white or the reverse, and only words in print. */
export const STYLE = `
:root { color-scheme: light dark; --text: #222; --quiet: #666; --line: #ccc; --back: #fffdf9; --name: #7a4b12; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ddd; --quiet: #999; --line: #444; --back: #1b1b1a; --name: #d9a765; }
}
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 40em; background: var(--back); color: var(--text);
  font: 1.0625rem/1.8 "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif;
  overflow-wrap: anywhere; text-align: justify; hanging-punctuation: allow-end;
}
header { border-bottom: 3px double var(--line); text-align: center; }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.4; letter-spacing: .1em; }
h2 { margin: .25em 0; font-size: 1.5rem; line-height: 1.4; text-align: center; text-wrap: balance; }
h3 { margin: 1.5em 0 .5em; font-size: 1.0625rem; text-align: center; }
p { margin: 0; text-indent: 2em; }
h2 + p, .sub + p { margin-top: .75em; }
header p, .page, .kicker, .sub, .rubric, .byline, .dateline { text-align: center; text-indent: 0; }
.page { margin: 3rem 0 0; color: var(--quiet); letter-spacing: .2em; }
.rubric { color: var(--quiet); font-size: .9rem; }
.byline, .dateline { margin: .5em 0; color: var(--quiet); }
.jump { color: var(--quiet); text-align: right; }
article { margin: 2.5rem 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }
header + main > article:first-child, .page + article { border-top: 0; }
figure { margin: 1em 2em; color: var(--quiet); font-size: .9rem; }
table { margin: 1em auto; border-collapse: collapse; font-size: .9rem; text-align: left; }
td { padding: .2em .6em; border: 1px solid var(--line); }
a { color: inherit; text-decoration: underline 1px dotted var(--name); text-underline-offset: .25em; }
a:hover, a:focus-visible { color: var(--name); text-decoration-style: solid; }
footer { border-top: 3px double var(--line); font-size: .9rem; text-align: left; }
footer h2 { margin-top: 1.5rem; font-size: 1.0625rem; text-align: left; }
footer ul { margin: 0; padding: 0; columns: 16em; list-style: none; }
footer li { break-inside: avoid; }
:target { background: color-mix(in srgb, var(--name) 20%, transparent); }
.office { color: var(--quiet); }
@media print {
  :root { --text: #000; --quiet: #444; --line: #999; --back: #fff; --name: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.6; }
  h2, h3, .kicker, .sub, .page, .rubric { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  a { text-decoration: none; }
}
@page { margin: 20mm; }
`;
