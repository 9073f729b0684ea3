"""How a page looks, on a screen and on a sheet of A4: without any other file, in the fonts that are there."""

STYLE = """\
@page { size: A4; margin: 10mm 12mm; }
body { max-width: 50rem; margin: 1.5rem auto; padding: 0 1rem; font: 15px/1.4 system-ui, "Segoe UI", sans-serif;
  color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0; }
h2 { font-size: 1em; margin: 1em 0 0.2em; border-bottom: 1px solid #767676; }
p, ul, blockquote { margin: 0.2em 0; }
ul { padding-left: 1.2em; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: baseline; padding: 0.1em 0.8em 0.1em 0; font-weight: normal; }
th[scope=col] { color: #595959; font-size: 0.85em; }
th[scope=row] { font-weight: bold; white-space: nowrap; }
blockquote { padding-left: 0.6em; border-left: 3px solid #b35900; }
svg { width: 9em; height: 0.9em; overflow: visible; vertical-align: -0.1em; }
.track { fill: #e6e6e6; }
.rate, .stripe { fill: #33587a; }
.outline { fill: none; stroke: #33587a; vector-effect: non-scaling-stroke; }
.average { stroke: #b35900; stroke-width: 2; vector-effect: non-scaling-stroke; }
.under { font-size: 1em; }
.muted, .sources { color: #595959; font-size: 0.85em; }
.small p, .small ul { font-size: 0.85em; }
.sources { list-style: none; padding-left: 0; overflow-wrap: anywhere; }
footer { margin-top: 0.6em; }
@media print {
  body { font-size: 8.5pt; line-height: 1.2; max-width: none; margin: 0; padding: 0; print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  h2 { margin-top: 0.5em; break-after: avoid; }
  .sources { columns: 2; column-gap: 2em; }
  tr, li, blockquote { break-inside: avoid; }
}
"""
