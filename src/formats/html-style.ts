/** The style sheet of the HTML report and its hash, which the report's policy names; a test tells the hash of a changed sheet. */

export const REPORT_STYLE = `
:root{color-scheme:light dark;--line:#8886;background:Canvas;color:CanvasText}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem}
h1{font-size:1.3rem;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:1.4rem 0 .4rem}
h3{font-size:1rem;margin:1rem 0 .2rem}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.25rem .6rem .25rem 0;text-align:left;vertical-align:top}
.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);padding:.6rem;font:13px/1.5 ui-monospace,monospace}
mark{color:inherit;background:#8883;border-bottom:2px dotted #888}
mark.present{background:#1a7f3733;border-bottom:2px solid #1a7f37}
mark.uncertain{background:#b2600033;border-bottom:2px dashed #b26000}
mark.absent{background:none;text-decoration:line-through}
mark.historical{background:none;border:1px solid #888}
mark.hypothetical,mark.other-person{background:none;border:1px dashed #888}
blockquote{border:1px solid var(--line);margin:.4rem 0;padding:.2rem .8rem}
.options{list-style:none;padding-left:.4rem}
.fine{opacity:.85;margin:.2rem 0}
article+article{border-top:3px double var(--line);margin-top:2rem}
@media print{article{break-after:page}blockquote,tr{break-inside:avoid}}
`;

export const REPORT_STYLE_HASH = 'sha256-gsT7GM6R9aMxb28kWkRBAygy+5VCOwwVJziqRZC7yps=';
