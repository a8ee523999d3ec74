/// The style that all pages share.
enum HTMLStyle {
  static let common =
    ":root{color-scheme:light dark;\(HTMLColour.declarations(.light))}\n"
    + "@media (prefers-color-scheme:dark){:root{\(HTMLColour.declarations(.dark))}}\n"
    // Paper is white, whatever the reader's system is.
    + "@media print{:root{color-scheme:light;\(HTMLColour.declarations(.light))}}\n"
    + "\(text)\n\(tables)\n\(drawings)\n\(media)"

  /// A scale of about 1.2 on 16 pixels; lines of about 70 letters.
  private static let text: StaticString = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Helvetica Neue",sans-serif;-webkit-text-size-adjust:100%;overflow-wrap:break-word}
    main{max-width:60rem;margin:0 auto;padding:3rem 1.5rem 5rem}
    h1,h2,h3,h4,h5{line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
    h1{font-size:2.1rem;letter-spacing:-.015em}
    h2{font-size:1.45rem;margin-top:3.25rem;padding-top:.9rem;border-top:1px solid var(--rule);letter-spacing:-.01em}
    h3{font-size:1.15rem;margin-top:2.1rem}
    h4,h5{font-size:1rem;margin-top:1.5rem}
    p,ul,ol,dl,blockquote,pre,figure{margin:.75rem 0 0}
    p,li,blockquote{max-width:46rem}
    ul,ol{padding-left:1.35rem}li+li{margin-top:.25rem}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,.wide:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    code{background:var(--inset);padding:.1em .3em;border-radius:.25rem;overflow-wrap:anywhere}
    pre{background:var(--inset);padding:.75rem .9rem;border-radius:.4rem;white-space:pre-wrap;overflow-wrap:anywhere}
    blockquote{padding-left:1rem;border-left:3px solid var(--rule)}
    blockquote>:first-child,.panel>:first-child,td>:first-child{margin-top:0}
    .lead{font-size:1.12rem;color:var(--soft)}
    .quiet,figcaption,small{color:var(--soft)}figcaption,small{font-size:.875rem}
    .bad{color:var(--bad)}.good{color:var(--good)}.warn{color:var(--warn)}
    .tag{display:inline-block;padding:.05em .5em;border:1px solid currentColor;border-radius:1em;font-size:.8125rem;\
    line-height:1.45;white-space:nowrap}
    .panel{background:var(--panel);border:1px solid var(--rule);border-radius:.5rem;padding:.9rem 1.1rem}
    .beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem;margin-top:.75rem}
    .beside>*{margin:0;min-width:0}
    footer{margin-top:3.5rem;padding-top:.9rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.875rem}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}nav li+li{margin:0}
    dl.facts div{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.25rem 1rem;padding:.3rem 0;\
    border-bottom:1px solid var(--rule)}
    dl.facts dt{color:var(--soft)}dd{margin:0;min-width:0}
    dl.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin-top:1.5rem}
    dl.cards div{background:var(--panel);border:1px solid var(--rule);border-radius:.5rem;padding:.7rem .9rem;\
    display:flex;flex-direction:column-reverse;justify-content:flex-end}
    dl.cards dt{color:var(--soft);font-size:.875rem}
    dl.cards dd{font-size:1.45rem;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums}
    """

  private static let tables: StaticString = """
    .wide{overflow-x:auto;margin-top:.75rem}
    table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45}
    caption{text-align:left;color:var(--soft);font-size:.875rem;padding-bottom:.35rem}
    th,td{text-align:left;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--rule)}
    th:last-child,td:last-child{padding-right:0}
    th{font-weight:600;color:var(--soft);font-size:.8125rem;white-space:nowrap}
    thead th{border-bottom:1px solid var(--edge)}
    td{font-variant-numeric:tabular-nums}
    td.n,th.n{text-align:right}.nowrap{white-space:nowrap}
    """

  private static let drawings: StaticString = """
    svg{display:block;width:100%;height:auto}
    svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;fill:var(--ink);\
    font-variant-numeric:tabular-nums}
    svg text.soft{fill:var(--soft)}svg text.strong{font-weight:650}svg text.small{font-size:11px}
    svg text.bad{fill:var(--bad)}svg text.good{fill:var(--good)}
    .axis{stroke:var(--edge);stroke-width:1;fill:none}.grid{stroke:var(--rule);stroke-width:1;fill:none}
    .fill-one{fill:var(--one)}.fill-two{fill:var(--two)}.fill-three{fill:var(--three)}.fill-four{fill:var(--four)}
    .fill-bad{fill:var(--bad)}.fill-good{fill:var(--good)}.fill-warn{fill:var(--warn)}.fill-edge{fill:var(--edge)}
    .fill-ink{fill:var(--ink)}.fill-soft{fill:var(--soft)}.fill-panel{fill:var(--panel)}.fill-rule{fill:var(--rule)}
    .line-one{stroke:var(--one)}.line-two{stroke:var(--two)}.line-three{stroke:var(--three)}.line-four{stroke:var(--four)}
    .line-bad{stroke:var(--bad)}.line-good{stroke:var(--good)}.line-ink{stroke:var(--ink)}
    .line-one,.line-two,.line-three,.line-four,.line-bad,.line-good,.line-ink{fill:none;stroke-width:2}
    """

  /// A phone, and A4.
  private static let media: StaticString = """
    @media (max-width:40rem){main{padding:1.5rem 1rem 3rem}h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem}
    dl.facts div{grid-template-columns:1fr;gap:0}dl.cards{grid-template-columns:repeat(2,1fr)}
    .wide>table{min-width:36rem}.wide>svg{min-width:44rem}}
    @page{size:A4;margin:18mm 16mm}
    @media print{body{font-size:10pt}main{max-width:none;padding:0}h1{font-size:20pt}h2{font-size:14pt;margin-top:22pt}
    h3{font-size:11.5pt}table{font-size:8.5pt}th{font-size:8pt}nav{display:none}.wide{overflow:visible}
    dl.cards{grid-template-columns:repeat(auto-fit,minmax(6rem,1fr))}.panel,dl.cards div,pre,code{background:none}.panel,dl.cards div,pre{border:1px solid var(--rule)}
    h1,h2,h3,h4,h5{break-after:avoid}tr,figure,.panel,.card,dl.cards,dl.facts div,blockquote,pre{break-inside:avoid}
    thead{display:table-header-group}a{color:inherit;text-decoration:none}}
    """
}
