// The style of a sheet as HTML: ink on paper, numbers hanging in the margin; on paper with running heads and page numbers.
import { mapPage, PAPERS, type Paper, type Size } from './paper.ts';

const SCREEN = `
:root{color-scheme:light;--ink:#1d232c;--soft:#555b65;--line:#cfc8b8;--warn:#8a4b00}
*{box-sizing:border-box}
html{background:#f5f2ea}
body{margin:0 auto;max-width:46rem;padding:3rem 1.5rem 4rem 4.5rem;color:var(--ink);font:15px/1.5 'Inter Variable',Inter,'Helvetica Neue',Arial,sans-serif;overflow-wrap:break-word}
h1,h2,h3{font-family:'Source Serif 4 Variable','Source Serif 4',Georgia,serif;line-height:1.2;margin:0}
h1{font-size:2.2rem}
h2{font-size:1.5rem;margin:3rem 0 .4rem;padding-top:.8rem;border-top:2px solid var(--ink)}
h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
h3 .kind{font:400 .8rem 'Inter Variable',Inter,'Helvetica Neue',Arial,sans-serif;color:var(--soft)}
p{margin:.4rem 0}
a{color:inherit;text-decoration-color:var(--line)}
.over{margin:0 0 .3rem;color:var(--soft);font-size:.85rem}
.lead{font-size:1.05rem}
.soft{color:var(--soft)}
table{width:100%;border-collapse:collapse;margin:1.2rem 0}
th,td{padding:.28rem .6rem .28rem 0;border-top:1px solid var(--line);text-align:left;vertical-align:top}
th{width:6.5rem;font-weight:600;font-variant-numeric:tabular-nums}
.how{padding-left:1.1rem;color:var(--soft);font-size:.87rem}
.items{list-style:none;margin:0;padding:0}
.items>li{position:relative;margin:.75rem 0}
.no{position:absolute;right:calc(100% + .9rem);font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.rests{color:var(--soft);font-size:.8rem}
.open{color:var(--warn)}
.said{list-style:none;margin:.15rem 0 0;padding:0;color:var(--soft);font-size:.8rem}
.said li{padding-left:2rem;text-indent:-2rem}
.said a{display:inline-block;min-width:2rem;text-indent:0;font-weight:600;color:var(--ink);text-decoration:none}
.hash{font:.72rem ui-monospace,Menlo,Consolas,monospace;color:var(--soft)}
figure{margin:2rem 0 0 -3rem}
figure>svg{display:block;width:100%;height:auto}
figcaption{margin:0 0 .5rem 3rem}
.sign{display:grid;grid-template-columns:2fr 1fr;gap:2.6rem 2rem;margin-top:4rem}
.sign span{border-top:1px solid var(--ink);padding-top:.25rem;font-size:.8rem;color:var(--soft)}
`;

const PRINT = `
@media print{
html{background:#fff}
body{max-width:none;padding:0 0 0 34pt;font-size:9.6pt;line-height:1.42}
h1{font-size:23pt}h2{font-size:15pt;margin-top:22pt}h3{font-size:11pt;margin-top:13pt}
h2,h3{break-after:avoid}
h2+p{break-after:avoid}
.items>li{break-inside:avoid;margin:6.5pt 0}
tr,.sign{break-inside:avoid}
p,li{orphans:2;widows:2}
.no{right:calc(100% + 9pt)}
figure{page:map;margin:0 0 0 -34pt;break-before:page;break-after:page}
figcaption{margin:0 0 6pt}
a{text-decoration:none}
}
`;

/** The whole sheet of styles; `title` runs in the head of each printed page. */
export function styleOf(title: string, paper: Paper, picture?: Size): string {
  const { width, height } = PAPERS[paper];
  const head = `@top-left{content:${cssText(title)};font:8pt Inter,Arial,sans-serif;color:#555b65}`;
  const foot =
    '@bottom-right{content:counter(page) " / " counter(pages);font:8pt Inter,Arial,sans-serif;color:#555b65}';
  const pages = `@page{size:${pt(width)} ${pt(height)};margin:54pt 48pt 52pt;${head}${foot}}@page :first{@top-left{content:none}}`;
  return `${SCREEN}${pages}${PRINT}${picture ? mapRules(picture, paper) : ''}`;
}

function mapRules(picture: Size, paper: Paper): string {
  const { width, height, scale } = mapPage(picture, paper, 40);
  return (
    `@page map{size:${pt(width)} ${pt(height)};margin:30pt;@top-left{content:none}@bottom-right{content:none}}` +
    `@media print{figure>svg{width:${pt(picture.width * scale)};margin:0 auto}}`
  );
}

const pt = (points: number): string => `${Math.round(points * 100) / 100}pt`;

/** A string of CSS in which nothing but letters and digits stands for itself, so that no title ends it. */
const cssText = (text: string): string =>
  `"${Array.from(text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').slice(0, 120), (letter) =>
    /[A-Za-z0-9 ]/.test(letter) ? letter : `\\${letter.codePointAt(0)!.toString(16)} `,
  ).join('')}"`;
