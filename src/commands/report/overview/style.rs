//! How the overview looks: on telephones, desks and paper, by day and by night.

/// The style sheet.
pub const STYLE: &str = "\
:root { --page: #f5f5f2; --card: #fff; --ink: #1b2026; --soft: #59626c; --line: #dcdfe2; --rule: #e8eaec;
  --now: #2c5f8d; --then: #7e97af; --good: #2a6b45; --bad: #a12d23; --code: #f0f2f4;
  --a0: #7d95ac; --a1: #b5871c; --a2: #c4661f; --a3: #b6472c; --a4: #7d1f1f; --dispute: #8a7aa8; }
@media (prefers-color-scheme: dark) { :root { --page: #13161a; --card: #1b1f24; --ink: #e6e9ec; --soft: #a3adb7; --line: #333a42; --rule: #282e35;
  --now: #6fa8dc; --then: #58758f; --good: #74c195; --bad: #f0897d; --code: #262c33;
  --a0: #6f88a1; --a1: #d9b25a; --a2: #dd8b42; --a3: #e0664a; --a4: #f0526b; --dispute: #a495c4; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 78rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
header p { margin: .25rem 0 0; color: var(--soft); }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 0; font-size: 1.05rem; line-height: 1.35; }
p { margin: .4rem 0; }
bdi { overflow-wrap: anywhere; }
.tiles { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.tiles li, section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.tiles li { display: flex; flex-direction: column; padding: .8rem 1rem .9rem; }
.tiles b { font-size: 1.45rem; line-height: 1.3; font-weight: 700; }
.tiles .label, .tiles .more { color: var(--soft); font-size: .875rem; }
.tiles code { margin-top: auto; align-self: start; }
.tiles .more { margin-bottom: .45rem; }
.grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; align-items: start; }
section { padding: 1rem 1.1rem 1.1rem; min-width: 0; }
section.wide { grid-column: 1 / -1; }
.from { margin: .1rem 0 .7rem; }
code { font: .78rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace; background: var(--code); color: var(--soft); padding: .08rem .4rem; border-radius: .25rem;
  user-select: all; overflow-wrap: anywhere; }
.note, .none { color: var(--soft); font-size: .875rem; }
.problem { color: var(--bad); font-weight: 600; }
.up { color: var(--good); white-space: nowrap; } .down { color: var(--bad); white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: 0 0 .5rem; padding: 0; list-style: none; color: var(--soft); font-size: .8125rem; }
.legend svg { width: .8rem; height: .8rem; margin-right: .35rem; vertical-align: -.05rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .32rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; }
.w { width: 46%; } .scroll table tr > :first-child:not(.n) { min-width: 5.5rem; }
.nb { display: flex; flex-direction: column; gap: .15rem; }
svg.bar { display: block; width: 100%; height: .55rem; }
svg.chart { display: block; width: 100%; height: auto; }
svg.small { display: none; }
.grid line.grid { stroke: var(--rule); stroke-width: 1; }
.mark { fill: var(--soft); font-size: 12px; }
.edge { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; }
.curve { fill: none; stroke: var(--now); stroke-width: 2.25; stroke-linejoin: round; }
rect.now { fill: var(--now); } rect.then { fill: var(--then); }
rect.a0 { fill: var(--a0); } rect.a1 { fill: var(--a1); } rect.a2 { fill: var(--a2); } rect.a3 { fill: var(--a3); } rect.a4 { fill: var(--a4); } rect.dispute { fill: var(--dispute); }
details { margin-top: .6rem; } summary { cursor: pointer; color: var(--soft); font-size: .875rem; }
summary:focus-visible { outline: 2px solid var(--now); outline-offset: 2px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .5rem 1rem; margin: 0 0 .8rem; }
.facts div { display: flex; flex-direction: column-reverse; } .facts dt { color: var(--soft); font-size: .8125rem; } .facts dd { margin: 0; font-size: 1.15rem; font-weight: 600; }
footer { margin-top: 1.25rem; color: var(--soft); font-size: .8125rem; }
@media screen and (max-width: 56rem) { .roomy { display: none; } .grid { grid-template-columns: minmax(0, 1fr); } .tiles { grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); } }
@media (max-width: 34rem) { main { padding: 1rem .75rem 2rem; } .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem; } .tiles li { padding: .65rem .7rem; }
  .tiles b { font-size: 1.15rem; overflow-wrap: anywhere; } section { padding: .85rem .8rem; } svg.large { display: none; } svg.small { display: block; } .spare { display: none; } }
@media (min-width: 56.01rem) { section.wide .nb { flex-direction: row; align-items: center; gap: 1rem; } section.wide .nb > span { flex: 0 0 15rem; } section.wide svg.bar { height: .8rem; } }
@page { size: A4; margin: 14mm 13mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 8pt; } }
@media print { :root { --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --rule: #ddd; --now: #2c5f8d; --then: #7e97af; --good: #2a6b45; --bad: #a12d23; --code: #f2f2f2;
  --a0: #7d95ac; --a1: #b5871c; --a2: #c4661f; --a3: #b6472c; --a4: #7d1f1f; --dispute: #8a7aa8; }
  html { font-size: 8.5pt; } body { font-size: 8.5pt; } main { max-width: none; padding: 0; } h1 { font-size: 15pt; } h2 { font-size: 10pt; } table, .legend, .note { font-size: 7.5pt; } code { font-size: 6.5pt; }
  .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 2mm; margin: 3mm 0; } .tiles li { padding: 2mm 2.5mm; break-inside: avoid; } .tiles b { font-size: 12pt; }
  .grid { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 3mm; } section { break-inside: avoid; padding: 2.5mm 3mm; } .from { margin-bottom: 1.5mm; }
  th, td { padding: .6mm 1.2mm; } .scroll { overflow: visible; } tr { break-inside: avoid; } svg.large { display: block; } svg.small, details { display: none; } .facts { gap: 1mm 3mm; } .facts dd { font-size: 10pt; } .facts div { min-width: 0; } }
";
