/**
 * The style sheet of the page and its hash, which the page's policy names: a changed sheet needs its new hash, and the
 * test says which.
 */
import { CHANGES } from '../diff.ts';
import { MISS_GROUPS } from '../layers.ts';

/** `body:has(#show-facts:checked) .note:not(.facts)`: hide what the chosen filter does not keep. */
const FILTERS = ['any miss', ...MISS_GROUPS, ...CHANGES]
  .map((name) => name.replaceAll(' ', '-'))
  .map((name) => `body:has(#show-${name}:checked) .note:not(.${name}){display:none}`)
  .join('\n');

export const STYLE = `
:root{color-scheme:light dark;--line:#8888;--right:#1a7f3733;--missed:#c2185b44;--extra:#b2600044;--differs:#6a4bd044;--optional:#8883}
body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:88rem;padding:1rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.15rem .6rem;text-align:right}
th:first-child{text-align:left;font-weight:normal}
thead th{font-weight:600}
.scroll{overflow-x:auto}
details{margin:.6rem 0}
summary{cursor:pointer;font-weight:600}
figure{margin:1rem 0}
svg{max-width:46rem;width:100%;font-size:12px;fill:currentColor}
.bar{fill:#3f7fbf}.grid{stroke:var(--line);stroke-dasharray:2 3}.whisker{stroke:currentColor;stroke-width:1.5;fill:none}.base{stroke:#c2185b;stroke-width:3}
fieldset{position:sticky;top:0;background:Canvas;border:1px solid var(--line);z-index:1}
fieldset label{margin-right:.8rem;white-space:nowrap}
.note{border-top:2px solid var(--line);margin-top:1.2rem}
.panes{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
@media (max-width:50rem){.panes{grid-template-columns:1fr}}
.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);padding:.5rem;font-family:ui-monospace,monospace;font-size:13px}
mark{color:inherit;background:var(--right);border-bottom:2px solid #1a7f37}
mark.missed{background:var(--missed);border-bottom:3px double #c2185b}
mark.extra{background:var(--extra);border-bottom:2px dashed #b26000}
mark.differs{background:var(--differs);border-bottom:2px dotted #6a4bd0}
mark.optional{background:var(--optional);border-bottom:1px solid #888}
ol{padding-left:2rem}
li.missed .tone,li.extra .tone,li.differs .tone{font-weight:700}
.tone{border:1px solid var(--line);border-radius:.3rem;padding:0 .3rem;font-size:12px}
sup{font-size:10px;margin-left:1px}
.fine,.legend,small{opacity:.85}
${FILTERS}
@media print{fieldset{position:static}.note{break-inside:avoid}}
`;

export const STYLE_HASH = 'sha256-tiBshZlOGm/3ejQ/C0N49+1btHYBkMzbHdrWUtFg8Zk=';
