/** The dress of a speech as an HTML file: the office's usual faces, on the screen and on A4. */
export const HTML_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.25rem/1.8 "Times New Roman", "仿宋_GB2312", "FangSong", "STFangsong", serif; }
article { max-width: 28em; margin: 0 auto; padding: 3rem 1.25rem; }
p, h1, h2, h3, h4, h5 { margin: 0; font-size: inherit; font-weight: normal; text-indent: 2em; }
h1 { margin: 0 0 0.6em; font: 1.4em/1.5 "方正小标宋简体", "STZhongsong", "Songti SC", "SimSun", serif; }
h1, .byline, .date { text-align: center; text-indent: 0; text-wrap: balance; }
h2 { font-family: "黑体", "SimHei", "Heiti SC", sans-serif; }
h3, .byline, .date, .run-in :is(h4, h5), blockquote { font-family: "楷体_GB2312", "KaiTi", "Kaiti SC", serif; }
.salutation { margin-top: 1em; text-indent: 0; }
.run-in { text-indent: 2em; }
.run-in > * { display: inline; }
blockquote { margin: 0 2em; }
ul, ol { margin: 0; padding-left: 4em; }
li p { text-indent: 0; }
table { width: 100%; margin: 0.5em 0; border-collapse: collapse; font-size: 0.9em; line-height: 1.5; }
th, td { padding: 0.2em 0.5em; border: 1px solid; text-align: left; vertical-align: top; }
td p, th p { text-indent: 0; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 16pt; line-height: 28.95pt; }
  article { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  tr { break-inside: avoid; }
}
`;
