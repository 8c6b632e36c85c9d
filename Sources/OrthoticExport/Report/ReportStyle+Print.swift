extension ReportStyle {
  /// On A4.
  static let print = #"""
    @page{size:A4;margin:12mm}
    @media print{
    :root{--paper:#fff;--card:#fff;--ink:#000;--quiet:#333;--line:#999;--accent:#0b3a6e;--good:#0a5f4a;--bad:#8a3300;--foot:#e9ecef}
    html{font-size:9.5pt}
    body{max-width:none;padding:0}
    .screen-only,.skip,#chooser{display:none!important}
    .print-only{display:revert}
    .blanks{display:flex!important;gap:6mm;margin:2mm 0}
    .blanks span{flex:1;border-bottom:1px solid #000;padding-bottom:.2rem;color:#333}
    .blanks span+span{flex:.7}
    h2{margin:.8rem 0 .3rem;padding-top:.3rem;break-after:avoid;font-size:1.1rem}
    .card{border:1px solid var(--line);padding:.5rem .8rem}
    .answers ul{margin:.1rem 0}
    .answers{grid-template-columns:1.1fr 1fr 1.35fr;gap:.5rem;margin-top:.5rem}
    .big{font-size:1.4rem}
    .maps{grid-template-columns:repeat(3,1fr);gap:5mm;max-width:144mm;margin:0 auto}
    .maps canvas,.section canvas,.solid canvas{border:0}
    .device{grid-template-columns:1fr}
    .solid canvas{height:78mm}
    .section canvas{height:34mm}
    .scroll{overflow:visible;margin:.4rem 0}
    th,td{padding:.12rem .3rem}
    #region-table th[scope=row]{white-space:nowrap}
    table,tr,figure,.finding,.card,dl div{break-inside:avoid}
    .bar,.bar i,.legend canvas{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    #device{break-before:page}
    #more{display:none}
    #chooser,#device{break-inside:auto}
    .picture .bar{min-width:4.5rem}
    .facts{grid-template-columns:repeat(3,1fr);gap:.1rem 1.2rem}
    #solid-caption{display:none}
    }
    """#
}
