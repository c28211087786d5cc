/** The style sheet of the audit page and its hash, which the page's policy names: a changed sheet needs its new hash. */

export const STYLE = `
:root{color-scheme:light dark;
--ground:light-dark(#f6f4ee,#131518);--paper:light-dark(#fffefa,#1b1e22);--ink:light-dark(#24241f,#e8e5dc);--muted:light-dark(#605f57,#a9a69d);
--line:light-dark(#e2ded2,#30343a);--strong:light-dark(#c4bfb0,#4a4f57);--accent:light-dark(#0a625c,#7cd0c4);
--c50:light-dark(#b3541e,#f0a07c);--c51:light-dark(#0a625c,#6fcabe);--c59:light-dark(#2a5ba8,#8fb8f2);--on-bar:light-dark(#ffffff,#14171a);
--gap:light-dark(#cdbfe0,#4c4263);--gap-code:light-dark(#6b3fa0,#c3a2f0)}
*{box-sizing:border-box}
body{font:16px/1.5 Inter,system-ui,-apple-system,"Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif;margin:0;background:var(--ground);color:var(--ink)}
main,header,footer{max-width:58rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font:600 2rem/1.2 "Iowan Old Style",Charter,Georgia,"Noto Serif","Liberation Serif",serif;margin:0}
h2{font:600 1.3rem/1.25 "Iowan Old Style",Charter,Georgia,"Noto Serif","Liberation Serif",serif;margin:0 0 .2rem}
.when{color:var(--muted);margin:.3rem 0 0}
.lead{font-size:1.12rem;margin:1.2rem 0 1.4rem;max-width:46rem;text-wrap:pretty}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.4rem,1fr));gap:.8rem;margin:0 0 1.4rem;padding:0}
@media (min-width:56rem){.tiles{grid-template-columns:repeat(5,1fr)}}
.tiles div{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem}
.tiles dt{color:var(--muted);font-size:.86rem}
.tiles dd{margin:.1rem 0 0;font:600 1.6rem/1.2 "Iowan Old Style",Charter,Georgia,"Liberation Serif",serif;font-variant-numeric:tabular-nums lining-nums}
.tiles dd small{display:block;font:400 .82rem/1.4 system-ui,"Noto Sans","Liberation Sans",sans-serif;color:var(--muted)}
section{background:var(--paper);border:1px solid var(--line);border-radius:.7rem;padding:1.2rem 1.4rem 1rem;margin:0 0 1.1rem}
section>p,figcaption{color:var(--muted);margin:.1rem 0 .8rem;max-width:46rem;font-size:.94rem;text-wrap:pretty}
.who{float:right;color:var(--accent);font-size:.8rem;border:1px solid var(--line);border-radius:1rem;padding:.05rem .7rem;margin:.15rem 0 0 1rem}
figure{margin:0}
svg{display:block;width:100%;height:auto;font:13px Inter,system-ui,"Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow:visible}
svg text{fill:var(--ink)}
svg .axis{fill:var(--muted);font-size:12px}
svg .strong{fill:var(--ink);font-weight:600}
svg .value{font-weight:600}
svg .on-bar{fill:var(--on-bar);font-weight:600;font-size:16px}
.grid{stroke:var(--line);fill:none}
.whole{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3;fill:none}
.band{fill:var(--ink);opacity:.08}
.whisker{stroke:var(--c50);stroke-width:3;stroke-linecap:round;opacity:.55;fill:none}
.dot circle{fill:var(--c50);stroke:var(--paper);stroke-width:1.5}
.few circle{fill:var(--paper);stroke:var(--c50);stroke-width:2}
.few .whisker{stroke-dasharray:1 6}
.ribbon{fill:var(--c50);opacity:.16}
.line{stroke:var(--c50);stroke-width:2.5;fill:none;stroke-linejoin:round}
.c50{fill:var(--c50)}.c51{fill:var(--c51)}.c59{fill:var(--c59)}
.gap{fill:var(--gap)}.gap.code{fill:var(--gap-code)}
.key{display:inline-block;width:.75rem;height:.75rem;border-radius:.2rem;vertical-align:-.05rem;margin:0 .3rem 0 .8rem}
.key.some{background:var(--gap)}.key.code{background:var(--gap-code)}
details{margin:.7rem 0 0}
summary{cursor:pointer;color:var(--accent);font-size:.92rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums;margin:.5rem 0}
th,td{border-bottom:1px solid var(--line);padding:.32rem .6rem .32rem 0;text-align:left;vertical-align:top}
th{font-weight:500}thead th{color:var(--muted);font-size:.84rem;border-bottom-color:var(--strong)}
td.n,th.n{text-align:right}
.worksheet td,.worksheet th{padding-right:.8rem}
.worksheet td.fill{border:1px solid var(--strong);min-width:5.5rem;height:2.6rem}
.worksheet th.fill{padding-left:.3rem}
code{font:.95em ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
td code,.day{white-space:nowrap}
footer{color:var(--muted);font-size:.88rem;padding-bottom:3rem}
footer li{margin:.25rem 0}
@media (max-width:36rem){section{padding:1rem .8rem}.who{float:none;display:inline-block;margin:0 0 .3rem}}
@media print{
:root{color-scheme:light;--ground:#fff;--paper:#fff}
@page{size:A4;margin:14mm}
body{font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
header{padding-top:0}main,header,footer{max-width:none;padding:0}
section{border:0;border-top:1px solid var(--strong);border-radius:0;padding:.6rem 0;break-inside:avoid}
.tiles{grid-template-columns:repeat(5,1fr);gap:2mm}
.tiles dd{font-size:1.2rem}
section.worksheet{break-before:page;break-inside:auto}
.scroll{overflow:visible}
.worksheet table{font-size:8.5pt}
.worksheet td.fill{min-width:0;width:11%;height:1.9rem}
.worksheet td,.worksheet th{padding-top:.15rem;padding-bottom:.15rem;line-height:1.3}
footer{padding-bottom:0;font-size:8pt}
footer li{margin:0}
tr{break-inside:avoid}
details:not([open]){display:none}
}
`;

export const STYLE_HASH = 'sha256-5Y44R9WUQU/AD8udLC6q8/JdNcstCq6oWWoKTsfnvq8=';
