// ---- the page comes to life
function drawAll() { drawMaps(); drawSection(); if (scene && design.mesh) drawSolid(); else drawFlat(); drawOverview(); }
function showDesign() {
  showWords(); showSummary(); showRegions(); drawMaps(); showSolid(); drawSection();
}
function listen() {
  for (const name in layers) $("layer-" + name).addEventListener("change", event => { layers[name] = event.target.checked; drawMaps(); });
  $("wipe").addEventListener("input", event => { wiped = Number(event.target.value) / 100; drawWipe(); });
  const pull = event => { const box = $("map-wipe").getBoundingClientRect(); setWipe((event.clientX - box.left) / box.width); };
  $("map-wipe").addEventListener("pointerdown", event => { $("map-wipe").setPointerCapture(event.pointerId); pull(event); });
  $("map-wipe").addEventListener("pointermove", event => { if (event.buttons) pull(event); });
  for (const id of ["map-wipe", "map-before", "map-after", "map-change"]) { $(id).addEventListener("pointermove", readOut); $(id).addEventListener("pointerdown", readOut); }
  for (const input of document.querySelectorAll("input[name=drape]")) input.addEventListener("change", () => { drape = input.value; loadSheet(); redraw(); });
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => setView(button.dataset.view));
  for (const input of document.querySelectorAll("input[name=cut]")) input.addEventListener("change", () => { cut.along = input.value === "along"; nameCut(); moveCut(); });
  $("place").addEventListener("input", event => { cut.share = Number(event.target.value) / 100; moveCut(); });
  $("open").addEventListener("change", event => { opened = event.target.checked; redraw(); });
  $("scan").addEventListener("change", event => { showScan = event.target.checked; redraw(); });
  let width = window.innerWidth;
  window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; drawAll(); } else redraw(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  const paper = on => { if (printing !== on) { printing = on; drawAll(); } };
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));
  matchMedia("print").addEventListener("change", event => paper(event.matches));
}
function nameCut() {
  const ends = $("place").parentElement.querySelectorAll("span");
  ends[0].textContent = t(cut.along ? "cut.low.along" : "cut.low"); ends[1].textContent = t(cut.along ? "cut.high.along" : "cut.high");
}
function moveCut() { drawSection(); if (scene && design.mesh) redraw(); else drawFlat(); }

showOverview();
startSolid();
listen();
showDesign();
