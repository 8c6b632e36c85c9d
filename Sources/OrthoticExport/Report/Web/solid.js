// ---- the insole in 3D: WebGL 1, nothing borrowed
const vertexSource = `attribute vec3 place; attribute vec3 normal; uniform mat4 view; uniform mat4 turn; varying vec3 at; varying vec3 facing; varying float level;
void main() { at = place; level = abs(normal.z); facing = (turn * vec4(normal, 0.0)).xyz; gl_Position = view * vec4(place, 1.0); }`;
// Mode 0 is plain, 1 a colour by the sheet, 2 the scanned foot.
const fragmentSource = `precision highp float; varying vec3 at; varying vec3 facing; varying float level; uniform int mode; uniform vec4 cutting; uniform vec4 sheetBox; uniform vec2 sheetRange;
uniform sampler2D sheet; uniform sampler2D ramp; uniform vec3 plain; uniform float brim;
void main() {
  if (dot(cutting.xyz, at) > cutting.w) discard;
  vec3 n = normalize(facing);
  if (mode == 2) {
    if (at.z > brim) discard;
    float l = 0.45 + 0.55 * abs(n.z); gl_FragColor = vec4(vec3(0.93, 0.72, 0.58) * l, 0.6 * smoothstep(0.35, 0.8, level)); return; }
  if (!gl_FrontFacing) { gl_FragColor = vec4(0.95, 0.55, 0.20, 1.0); return; }
  float key = max(0.0, dot(n, vec3(-0.52, 0.46, 0.72))), side = max(0.0, dot(n, vec3(0.8, -0.1, 0.59)));
  float light = 0.34 + 0.56 * key + 0.20 * side, gloss = pow(max(0.0, dot(n, vec3(-0.29, 0.26, 0.92))), 24.0);
  vec3 base = plain;
  if (mode == 1) {
    vec2 uv = (at.xy - sheetBox.xy) / sheetBox.zw;
    float share = texture2D(sheet, uv).r;
    vec3 shade = texture2D(ramp, vec2(0.002 + 0.996 * share, 0.5)).rgb;
    float cover = sheetRange.x > 0.0 ? clamp(share / sheetRange.x, 0.0, 1.0) : 1.0;
    base = mix(plain, shade, cover); light = 0.55 + 0.45 * light; gloss *= 0.4;
  }
  gl_FragColor = vec4(base * min(light, 1.15) + 0.16 * gloss, 1.0);
}`;
const camera = { turn: -0.9, tilt: 0.75, zoom: 1 };
const angles = { angle: [-0.9, 0.75], top: [0, 1.5707], medial: [1.5707, 0.18], lateral: [-1.5707, 0.18], back: [0, 0.22], bottom: [0, -1.5707] };
let scene = null, drape = "plain", showScan = false, opened = false;

function startSolid() {
  const canvas = $("solid");
  const gl = canvas.getContext("webgl", { antialias: true, preserveDrawingBuffer: true, alpha: true, premultipliedAlpha: false });
  if (!gl) return false;
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source); gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) return false;
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return false;
  gl.useProgram(program);
  const names = ["view", "turn", "mode", "cutting", "sheetBox", "sheetRange", "sheet", "ramp", "plain", "brim"], at = {};
  for (const name of names) at[name] = gl.getUniformLocation(program, name);
  scene = { gl, at, place: gl.getAttribLocation(program, "place"), normal: gl.getAttribLocation(program, "normal"), wide: gl.getExtension("OES_element_index_uint") };
  gl.enableVertexAttribArray(scene.place); gl.enableVertexAttribArray(scene.normal);
  scene.sheet = gl.createTexture(); scene.ramp = gl.createTexture();
  canvas.addEventListener("webglcontextlost", event => { event.preventDefault(); scene = null; showSolid(); });
  listenSolid(canvas);
  return true;
}
function buffers(places, corners, mirrored) {
  const gl = scene.gl, count = places.length / 3, normals = new Float32Array(places.length);
  // Normals are the mean of the facets around a vertex, weighted by area.
  for (let index = 0; index < corners.length; index += 3) {
    const [a, b, c] = [corners[index] * 3, corners[index + 1] * 3, corners[index + 2] * 3];
    const ux = places[b] - places[a], uy = places[b + 1] - places[a + 1], uz = places[b + 2] - places[a + 2];
    const vx = places[c] - places[a], vy = places[c + 1] - places[a + 1], vz = places[c + 2] - places[a + 2];
    const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx], size = Math.hypot(n[0], n[1], n[2]) || 1;
    // Small facets of the rounded edge count as much as the large ones beside them.
    const weight = 1 / Math.sqrt(size);
    for (const corner of [a, b, c]) for (let axis = 0; axis < 3; axis++) normals[corner + axis] += n[axis] * weight;
  }
  if (mirrored) {
    for (let index = 0; index < corners.length; index += 3) { const keep = corners[index + 1]; corners[index + 1] = corners[index + 2]; corners[index + 2] = keep; }
  }
  for (let index = 0; index < count; index++) {
    const size = Math.hypot(normals[3 * index], normals[3 * index + 1], normals[3 * index + 2]) || 1;
    for (let axis = 0; axis < 3; axis++) normals[3 * index + axis] /= size;
  }
  const made = { count: corners.length, corners: count < 65536 ? new Uint16Array(corners) : corners, wide: count >= 65536 };
  made.places = upload(gl.ARRAY_BUFFER, places); made.normals = upload(gl.ARRAY_BUFFER, normals); made.facets = upload(gl.ELEMENT_ARRAY_BUFFER, made.corners);
  return made;
}
function upload(kind, data) { const gl = scene.gl, buffer = gl.createBuffer(); gl.bindBuffer(kind, buffer); gl.bufferData(kind, data, gl.STATIC_DRAW); return buffer; }
function loadSolid() {
  const mesh = design.mesh, packed = new Int16Array(bytesOf(mesh.vertices).buffer), places = new Float32Array(packed.length);
  for (let index = 0; index < packed.length; index++) places[index] = packed[index] * mesh.unit;
  const raw = bytesOf(mesh.triangles).buffer, corners = mesh.wide ? new Uint32Array(raw) : Uint32Array.from(new Uint16Array(raw));
  scene.body = buffers(places, corners, false);
  let top = 0;
  for (let index = 2; index < places.length; index += 3) top = Math.max(top, places[index]);
  scene.top = top;
  loadFoot();
  loadSheet();
}
// The scanned sole as it lies on the device, unloaded; its steep brim fades, where a scan from below frays.
function loadFoot() {
  const grid = unpack(design.plantar), step = Math.max(1, Math.round(1 / grid.spacing)), base = lift(design), number = new Map(), places = [], corners = [];
  const node = (c, r) => {
    const index = r * grid.columns + c, z = grid.field[index];
    if (c >= grid.columns || r >= grid.rows || !isFinite(z) || z > 60) return -1;
    if (!number.has(index)) { number.set(index, places.length / 3); places.push(grid.x + c * grid.spacing, grid.y + r * grid.spacing, z + base + 0.3); }
    return number.get(index);
  };
  for (let r = 0; r + step < grid.rows; r += step) for (let c = 0; c + step < grid.columns; c += step) {
    const quad = [node(c, r), node(c + step, r), node(c + step, r + step), node(c, r + step)];
    if (quad.every(corner => corner >= 0)) corners.push(quad[0], quad[1], quad[2], quad[0], quad[2], quad[3]);
  }
  scene.foot = corners.length ? buffers(new Float32Array(places), new Uint32Array(corners), false) : null;
}
function texture(target, unit, format, width, height, data) {
  const gl = scene.gl;
  gl.activeTexture(gl.TEXTURE0 + unit); gl.bindTexture(gl.TEXTURE_2D, target);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texImage2D(gl.TEXTURE_2D, 0, format, width, height, 0, format, gl.UNSIGNED_BYTE, data);
  for (const [name, value] of [["TEXTURE_MIN_FILTER", gl.LINEAR], ["TEXTURE_MAG_FILTER", gl.LINEAR], ["TEXTURE_WRAP_S", gl.CLAMP_TO_EDGE], ["TEXTURE_WRAP_T", gl.CLAMP_TO_EDGE]]) gl.texParameteri(gl.TEXTURE_2D, gl[name], value);
}
function loadSheet() {
  const gl = scene.gl;
  if (drape === "plain") { fill("drape-legend"); return; }
  const isThickness = drape === "thickness", grid = unpack(isThickness ? design.top : design[drape]), bottom = bottomOf(design), full = isThickness ? thickest(design) : highest(page.designs);
  const data = new Uint8Array(grid.field.length);
  for (let index = 0; index < data.length; index++) {
    const value = isThickness ? grid.field[index] - bottom.field[index] : grid.field[index];
    data[index] = isFinite(value) ? Math.max(0, Math.min(255, Math.round(255 * value / full))) : 0;
  }
  texture(scene.sheet, 0, gl.LUMINANCE, grid.columns, grid.rows, data);
  texture(scene.ramp, 1, gl.RGBA, 256, 1, new Uint8Array(ramps[isThickness ? "viridis" : "plasma"].buffer));
  const half = grid.spacing / 2;
  scene.sheetBox = [grid.x - half, grid.y - half, grid.columns * grid.spacing, grid.rows * grid.spacing];
  scene.fade = isThickness ? 0 : fade / full;
  fill("drape-legend", isThickness ? legend(t("drape.thickness") + ", mm", "viridis", 0, full) : legend(t("legend.pressure"), "plasma", 0, full));
}
// Column-major product of two 4 × 4 matrices.
function times(a, b) {
  const result = new Float32Array(16);
  for (let column = 0; column < 4; column++) for (let row = 0; row < 4; row++) for (let k = 0; k < 4; k++) result[4 * column + row] += a[4 * k + row] * b[4 * column + k];
  return result;
}
function drawSolid() {
  if (!scene) return;
  const gl = scene.gl, canvas = gl.canvas, ratio = Math.min(window.devicePixelRatio || 1, 2);
  const width = Math.max(1, Math.round(canvas.clientWidth * ratio)), height = Math.max(1, Math.round(canvas.clientHeight * ratio));
  if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
  gl.viewport(0, 0, width, height);
  gl.clearColor(0, 0, 0, 0); gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  gl.enable(gl.DEPTH_TEST);
  const box = frameOf(design), center = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, scene.top / 2], mirror = isLeft(design) ? -1 : 1;
  const [c, s, k, l] = [Math.cos(camera.turn), Math.sin(camera.turn), Math.cos(camera.tilt), Math.sin(camera.tilt)];
  // Mirrored where it is a left foot; turned about the vertical, then tilted towards the eye.
  const flip = new Float32Array([mirror, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  const turn = times(new Float32Array([c, s * l, -s * k, 0, -s, c * l, -c * k, 0, 0, k, l, 0, 0, 0, 0, 1]), flip);
  const move = new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -center[0], -center[1], -center[2], 1]);
  // What the turned box needs decides the size, so that nothing is cut off at any angle.
  let across = 1, along = 1;
  for (const x of [box.x0, box.x1]) for (const y of [box.y0, box.y1]) for (const z of [0, scene.top]) {
    const p = [x - center[0], y - center[1], z - center[2]];
    across = Math.max(across, Math.abs(turn[0] * p[0] + turn[4] * p[1] + turn[8] * p[2]));
    along = Math.max(along, Math.abs(turn[1] * p[0] + turn[5] * p[1] + turn[9] * p[2]));
  }
  const fit = 0.92 * camera.zoom * Math.min(width / height / across, 1 / along), deep = 1 / 600;
  const lens = new Float32Array([fit * height / width, 0, 0, 0, 0, fit, 0, 0, 0, 0, -deep, 0, 0, 0, 0, 1]);
  gl.uniformMatrix4fv(scene.at.view, false, times(lens, times(turn, move)));
  gl.uniformMatrix4fv(scene.at.turn, false, turn);
  gl.frontFace(mirror < 0 ? gl.CW : gl.CCW);
  const place = cutPlace(design);
  // What lies before the cut goes, so that its face is seen.
  const facing = (cut.along ? turn[2] : turn[6]) >= 0 ? 1 : -1;
  gl.uniform4f(scene.at.cutting, ...(opened ? (cut.along ? [facing, 0, 0, facing * place] : [0, facing, 0, facing * place]) : [0, 0, 0, 1]));
  gl.uniform1f(scene.at.brim, lift(design) + 16);
  gl.uniform3f(scene.at.plain, 0.62, 0.75, 0.88);
  gl.uniform1i(scene.at.sheet, 0); gl.uniform1i(scene.at.ramp, 1);
  if (drape !== "plain") { gl.uniform4f(scene.at.sheetBox, ...scene.sheetBox); gl.uniform2f(scene.at.sheetRange, scene.fade, 0); }
  gl.disable(gl.BLEND);
  paint(scene.body, drape === "plain" ? 0 : 1);
  if (showScan && scene.foot) {
    gl.enable(gl.BLEND); gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    paint(scene.foot, 2);
  }
}
function paint(body, mode) {
  const gl = scene.gl;
  gl.uniform1i(scene.at.mode, mode);
  gl.bindBuffer(gl.ARRAY_BUFFER, body.places); gl.vertexAttribPointer(scene.place, 3, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, body.normals); gl.vertexAttribPointer(scene.normal, 3, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, body.facets);
  if (body.wide && !scene.wide) return;
  gl.drawElements(gl.TRIANGLES, body.count, body.wide ? gl.UNSIGNED_INT : gl.UNSIGNED_SHORT, 0);
}
let awaited = false;
function redraw() { if (!awaited) { awaited = true; requestAnimationFrame(() => { awaited = false; drawSolid(); }); } }
function listenSolid(canvas) {
  const fingers = new Map();
  let apart = 0;
  canvas.addEventListener("pointerdown", event => { fingers.set(event.pointerId, event); canvas.setPointerCapture(event.pointerId); apart = 0; });
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, event => { fingers.delete(event.pointerId); apart = 0; });
  canvas.addEventListener("pointermove", event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, event);
    if (fingers.size === 1) turnBy((event.clientX - before.clientX) * 0.01, (event.clientY - before.clientY) * 0.01);
    else {
      const [a, b] = Array.from(fingers.values()), now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (apart) zoomBy(now / apart);
      apart = now;
    }
  });
  canvas.addEventListener("wheel", event => { if (event.ctrlKey || document.activeElement === canvas) { event.preventDefault(); zoomBy(Math.exp(-event.deltaY * 0.002)); } }, { passive: false });
  canvas.addEventListener("keydown", event => {
    const step = 0.12, moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (moves[event.key]) { turnBy(...moves[event.key]); event.preventDefault(); }
    else if (event.key === "+" || event.key === "=") zoomBy(1.15);
    else if (event.key === "-") zoomBy(1 / 1.15);
  });
}
function turnBy(turn, tilt) { camera.turn += turn; camera.tilt = Math.max(-1.5707, Math.min(1.5707, camera.tilt + tilt)); redraw(); }
function zoomBy(factor) { camera.zoom = Math.max(0.5, Math.min(8, camera.zoom * factor)); redraw(); }
function setView(name) {
  if (name === "in") return zoomBy(1.25);
  if (name === "out") return zoomBy(0.8);
  const sign = isLeft(design) && (name === "medial" || name === "lateral") ? -1 : 1;
  camera.turn = sign * angles[name][0]; camera.tilt = angles[name][1]; camera.zoom = 1;
  redraw();
}
function showSolid() {
  const drawn = Boolean(scene && design.mesh);
  $("solid").hidden = !drawn; $("flat").hidden = drawn; $("no-webgl").hidden = drawn;
  $("no-webgl").textContent = t(design.mesh ? "solid.off" : "solid.light");
  $("solid-caption").textContent = t(drawn ? "solid.hint" : "solid.flat");
  for (const input of document.querySelectorAll("[data-view], input[name=drape], #scan, #open")) input.disabled = !drawn;
  if (!drawn) return drawFlat();
  const device = design.record.device;
  $("solid").setAttribute("aria-label", t("solid.label", { length: rounded(device.length, 0), width: rounded(device.width, 0), height: rounded(device.height, 0) }));
  loadSolid();
  drawSolid();
}
