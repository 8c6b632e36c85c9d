/// The page's skeleton: `{name}` is a word of `ReportText`.
enum ReportPage {
  static let body = #"""
    <a class="skip" href="#main">{skip}</a>
    <header id="top">
    <p class="brand">orthotic</p>
    <h1 id="title">{title.report}</h1>
    <p id="subtitle" class="quiet"></p>
    <p class="print-only blanks"><span>{blank.name}</span><span>{blank.date}</span><span>{blank.by}</span></p>
    </header>
    <main id="main">
    <noscript><p>{noscript.text}</p>{noscript}</noscript>
    <section id="overview" aria-labelledby="overview-title" hidden>
    <h2 id="overview-title">{section.overview}</h2>
    <div id="overview-body"></div>
    </section>
    <div id="chooser" hidden><label for="choice">{choose.design}</label> <select id="choice"></select></div>
    <section id="summary" aria-labelledby="summary-title">
    <h2 id="summary-title" class="unseen">{section.summary}</h2>
    <div id="summary-body"></div>
    </section>
    <section id="pressure" aria-labelledby="pressure-title">
    <h2 id="pressure-title">{section.pressure}</h2>
    <div class="maps">
    <figure class="wide screen-only">
    <figcaption>{map.wipe}</figcaption>
    <canvas id="map-wipe" role="img"></canvas>
    <label class="slider" for="wipe"><span>{map.before}</span><input id="wipe" type="range" min="0" max="100" value="50" step="1" aria-label="{map.wipe.label}"><span>{map.after}</span></label>
    </figure>
    <figure><figcaption>{map.before}</figcaption><canvas id="map-before" role="img"></canvas></figure>
    <figure><figcaption>{map.after}</figcaption><canvas id="map-after" role="img"></canvas></figure>
    <figure><figcaption>{map.change}</figcaption><canvas id="map-change" role="img"></canvas></figure>
    </div>
    <div class="legends" id="legends"></div>
    <fieldset class="layers screen-only"><legend>{layers}</legend>
    <label><input type="checkbox" id="layer-zones" checked> {layer.zones}</label>
    <label><input type="checkbox" id="layer-values" checked> {layer.values}</label>
    <label><input type="checkbox" id="layer-regions"> {layer.regions}</label>
    <label><input type="checkbox" id="layer-landmarks"> {layer.landmarks}</label>
    <label><input type="checkbox" id="layer-center"> {layer.center}</label>
    </fieldset>
    <p class="quiet screen-only"><output id="readout" for="wipe">{map.hint}</output></p>
    <div id="region-table" class="scroll" tabindex="0" role="region" aria-label="{table.regions.label}"></div>
    <div id="zone-table" class="scroll" tabindex="0" role="region" aria-label="{table.zones}"></div>
    <details id="more" class="screen-only"><summary>{table.more}</summary><div id="more-table" class="scroll" tabindex="0" role="region" aria-label="{table.more}"></div></details>
    </section>
    <section id="device" aria-labelledby="device-title">
    <h2 id="device-title">{section.device}</h2>
    <p id="no-webgl" class="note" hidden>{solid.off}</p>
    <div class="device">
    <figure class="solid">
    <canvas id="solid" tabindex="0" role="img"></canvas>
    <canvas id="flat" role="img" hidden></canvas>
    <figcaption id="solid-caption" class="quiet">{solid.hint}</figcaption>
    </figure>
    <div class="controls screen-only">
    <fieldset><legend>{solid.color}</legend>
    <label><input type="radio" name="drape" value="plain" checked> {drape.plain}</label>
    <label><input type="radio" name="drape" value="thickness"> {drape.thickness}</label>
    <label><input type="radio" name="drape" value="before"> {drape.before}</label>
    <label><input type="radio" name="drape" value="after"> {drape.after}</label>
    <div id="drape-legend"></div>
    </fieldset>
    <label class="line"><input type="checkbox" id="scan"> {solid.scan}</label>
    <fieldset><legend>{solid.view}</legend>
    <button type="button" data-view="angle">{view.angle}</button>
    <button type="button" data-view="top">{view.top}</button>
    <button type="button" data-view="medial">{view.medial}</button>
    <button type="button" data-view="lateral">{view.lateral}</button>
    <button type="button" data-view="back">{view.back}</button>
    <button type="button" data-view="bottom">{view.bottom}</button>
    <button type="button" data-view="in" aria-label="{view.in}">+</button>
    <button type="button" data-view="out" aria-label="{view.out}">−</button>
    </fieldset>
    <fieldset><legend>{section.cut}</legend>
    <label><input type="radio" name="cut" value="across" checked> {cut.across}</label>
    <label><input type="radio" name="cut" value="along"> {cut.along}</label>
    <label class="line"><input type="checkbox" id="open"> {cut.open}</label>
    <label class="slider" for="place"><span>{cut.low}</span><input id="place" type="range" min="0" max="100" value="50" step="0.5" aria-label="{cut.place}"><span>{cut.high}</span></label>
    </fieldset>
    </div>
    </div>
    <figure class="section">
    <figcaption id="section-caption"></figcaption>
    <canvas id="section" role="img"></canvas>
    </figure>
    <div id="device-facts"></div>
    </section>
    <section id="prescription" aria-labelledby="prescription-title">
    <h2 id="prescription-title">{section.prescription}</h2>
    <div id="prescription-body"></div>
    </section>
    <section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">{section.findings}</h2>
    <div id="findings-body"></div>
    </section>
    <section id="assumed" aria-labelledby="assumed-title">
    <h2 id="assumed-title">{section.assumed}</h2>
    <div id="assumed-body"></div>
    </section>
    <section id="evidence" aria-labelledby="evidence-title">
    <h2 id="evidence-title">{section.evidence}</h2>
    <div id="evidence-body"></div>
    </section>
    </main>
    <footer><p class="quiet">{disclaimer}</p></footer>
    """#
}
