/// The page's looks.
enum ReportStyle {
  /// On a screen of any width, light or dark.
  static let screen = #"""
    :root{color-scheme:light dark;--paper:#fff;--card:#f3f5f7;--ink:#1c2126;--quiet:#505a64;--line:#c6ccd2;--control:#7a848e;--accent:#0b5cad;--on-accent:#fff;--good:#0a5f4a;--bad:#9c3a00;--foot:#e4e8ec;--focus:#c2410c}
    @media (prefers-color-scheme:dark){:root{--paper:#14181c;--card:#1e242a;--ink:#eceff2;--quiet:#aab4bd;--line:#3b444d;--control:#8a949e;--accent:#7fbcff;--on-accent:#0d1216;--good:#63d6b4;--bad:#ffa667;--foot:#2a3138;--focus:#ffb37a}}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:72rem;padding:1rem clamp(.75rem,3vw,2rem) 3rem}
    h1{font-size:clamp(1.5rem,4vw,2.1rem);line-height:1.2;margin:.1rem 0}
    h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--line)}
    h3{font-size:1rem;margin:1.2rem 0 .3rem}
    p{margin:.3rem 0}
    .brand{font-weight:700;letter-spacing:.04em;color:var(--accent);margin:0}
    .quiet{color:var(--quiet);font-size:.9rem}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0;padding:0;margin:0}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:2}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
    .card{background:var(--card);border-radius:.7rem;padding:1rem 1.2rem}
    .answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem;margin-top:1rem}
    .answers h3{margin:0 0 .3rem;color:var(--quiet);font-size:.8rem;text-transform:uppercase;letter-spacing:.06em}
    .big{font-size:1.7rem;font-weight:700;line-height:1.15}
    .answers ul{margin:.2rem 0;padding-left:1.1rem}
    a{color:var(--accent)}
    .good{color:var(--good)}.bad{color:var(--bad)}
    .maps{display:grid;grid-template-columns:repeat(4,1fr);gap:.8rem;align-items:start}
    figure{margin:0}
    figcaption{font-weight:600;text-align:center;margin-bottom:.3rem}
    canvas{display:block;width:100%}
    .maps canvas{background:var(--card);border-radius:.5rem;touch-action:pan-y}
    #map-wipe{cursor:ew-resize}
    .slider{display:flex;gap:.5rem;align-items:center;font-size:.85rem;margin-top:.4rem}
    .slider input{flex:1;min-width:0}
    input,select,button{font:inherit;color:inherit;accent-color:var(--accent)}
    input[type=range]{height:1.75rem}
    button,select{min-height:2rem;padding:.2rem .7rem;border:1px solid var(--control);border-radius:.4rem;background:var(--paper);cursor:pointer}
    button[aria-pressed=true]{background:var(--accent);color:var(--on-accent)}
    .legends{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:.6rem 0}
    .legend{display:flex;align-items:center;gap:.5rem;font-size:.85rem}
    .legend canvas{width:12rem;height:.8rem;border-radius:.2rem;border:1px solid var(--line)}
    fieldset{border:1px solid var(--line);border-radius:.5rem;margin:.6rem 0;padding:.4rem .8rem .6rem}
    legend{font-size:.85rem;color:var(--quiet);padding:0 .3rem}
    .layers{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
    label{display:inline-flex;align-items:center;gap:.35rem;min-height:1.75rem}
    label.line{display:flex}
    fieldset label{margin-right:.8rem}
    .scroll{overflow-x:auto;margin:.8rem 0}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    th,td{padding:.35rem .6rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top}
    th{font-weight:600}
    td.range{white-space:nowrap}
    thead th{color:var(--quiet);font-size:.85rem;vertical-align:bottom}
    th[scope=row],td.words,th.words{text-align:left}
    tr.part th[scope=row]{padding-left:1.6rem;font-weight:400}
    tr.total>*{border-top:2px solid var(--line);font-weight:600}
    .over{font-weight:700}
    .bar{position:relative;min-width:8rem;height:1.1rem}
    .bar i{position:absolute;top:0;bottom:0;border-radius:2px;background:var(--good)}
    .bar i.up{background:var(--bad)}
    .bar i.band{top:35%;bottom:35%;background:none;border:1px solid var(--ink);border-width:0 2px;border-radius:0}
    .bar i.band::after{content:"";position:absolute;left:0;right:0;top:calc(50% - 1px);height:2px;background:var(--ink)}
    .bar i.zero{width:1px;background:var(--quiet);border-radius:0;left:50%;top:-3px;bottom:-3px}
    .device{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:1.2rem}
    .solid canvas{background:var(--card);border-radius:.6rem;height:clamp(18rem,48vh,30rem);touch-action:none;cursor:grab}
    #flat{height:auto;max-width:17rem;margin:0 auto;cursor:default}
    .section{margin:1rem 0}
    .section canvas{background:var(--card);border-radius:.6rem;height:11rem}
    .note,.finding{border-left:4px solid var(--accent);background:var(--card);padding:.5rem .9rem;border-radius:.3rem;margin:.5rem 0}
    .finding.warning,.finding.error{border-color:var(--bad)}
    .finding b{margin-right:.4rem}
    .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.3rem 1.5rem;margin:.6rem 0}
    .facts div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--line);padding:.2rem 0}
    .facts dt{color:var(--quiet)}.facts dd{margin:0;font-weight:600;text-align:right;white-space:nowrap}
    dl{margin:0}
    .pictures{display:grid;align-items:end;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.8rem}
    .pictures canvas{background:var(--card);border-radius:.5rem}
    .best{font-weight:700;text-decoration:underline;text-underline-offset:.2em}
    svg.dose{width:100%;max-width:44rem;height:auto}
    svg.dose text{fill:var(--ink);font-size:13px}
    .hash{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.75rem;overflow-wrap:anywhere}
    .print-only{display:none}
    #chooser{margin-top:1rem}
    @media screen and (max-width:52rem){
    .maps{grid-template-columns:repeat(3,1fr)}
    .maps .wide{grid-column:1/-1;max-width:22rem;margin:0 auto;width:100%}
    .device{grid-template-columns:1fr}
    th,td{padding:.3rem .35rem}
    .picture,.range,.aim{display:none}
    tr.part th[scope=row]{padding-left:.6rem}
    }
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    """#
}
