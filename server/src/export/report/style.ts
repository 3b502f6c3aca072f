/** How a report looks: one column of sections, tables that scroll within a narrow window, light or dark as the reader has it. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --back: #fff; --mark: #1f6feb; --good: #1a7f37; --bad: #b42318; --tint: 31, 111, 235; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --back: #151b23; --mark: #58a6ff; --good: #3fb950; --bad: #ff7b72; --tint: 88, 166, 255; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 68rem; background: var(--back); color: var(--text); font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.3; }
h2 { margin: 3rem 0 1rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p, ul { margin: .5rem 0; }
.quiet { color: var(--quiet); font-size: .875rem; }
.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem; margin: 1.5rem 0; padding: 0; }
.totals div { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
.totals dt { color: var(--quiet); font-size: .875rem; }
.totals dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
svg { display: block; width: 100%; min-width: 36rem; height: auto; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { min-width: 9rem; font-weight: 400; }
td:last-child:not(.number, .cell) { min-width: 14rem; }
.number { text-align: right; white-space: nowrap; }
.cell { min-width: 2.5rem; text-align: center; }
.name { white-space: nowrap; }
mark { background: none; color: var(--bad); font-weight: 600; }
.none { color: var(--good); }
details { margin: .5rem 0; }
summary { cursor: pointer; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2 { break-after: avoid; } tr, svg { break-inside: avoid; } .scroll { overflow: visible; } }
`;
