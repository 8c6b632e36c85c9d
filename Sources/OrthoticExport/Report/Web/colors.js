// ---- colours: equal steps of the number look like equal steps, also to colour-blind eyes
const plasma = ["0d0887", "310597", "4c02a1", "6600a7", "7e03a8", "9511a1", "aa2395", "bc3587", "cc4778", "d9586a", "e56b5d", "f07f4f", "f89441", "fdab33", "fdc328", "f9dd25", "f0f921"];
const viridis = ["440154", "48186a", "472d7b", "424086", "3b528b", "33638d", "2c728e", "26828e", "21918c", "1f9f88", "27ad81", "3dbc74", "5cc863", "81d34d", "aadc32", "d5e21a", "fde725"];
// Blue for less, orange for more, both as far from grey at equal distance (ColorBrewer PuOr, its violet made blue).
const diverging = ["053061", "2166ac", "4393c3", "92c5de", "d1e5f0", "f2f2f2", "fdd9b0", "fdb863", "e08214", "b35806", "7f3b08"];
// The same where the middle is dark: more change is brighter.
const divergingDark = ["d1e5f0", "92c5de", "4393c3", "2a6496", "2b4257", "2a3138", "4f3d26", "8a5413", "c77a1c", "fdb863", "fde0bd"];
function table(stops) {
  const rgb = stops.map(stop => [0, 2, 4].map(index => parseInt(stop.slice(index, index + 2), 16)));
  const result = new Uint8ClampedArray(256 * 4);
  for (let index = 0; index < 256; index++) {
    const place = index / 255 * (rgb.length - 1), low = Math.min(Math.floor(place), rgb.length - 2), share = place - low;
    for (let channel = 0; channel < 3; channel++) result[4 * index + channel] = rgb[low][channel] + share * (rgb[low + 1][channel] - rgb[low][channel]);
    result[4 * index + 3] = 255;
  }
  return result;
}
const ramps = { plasma: table(plasma), viridis: table(viridis), diverging: table(diverging), divergingDark: table(divergingDark) };
let printing = false;
function style(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
function theme() {
  if (printing) return { ink: "#000", foot: "#e9ecef", card: "#fff", halo: "#fff", quiet: "#333" };
  return { ink: style("--ink"), foot: style("--foot"), card: style("--card"), halo: style("--paper"), quiet: style("--quiet") };
}
function changeRamp() { return !printing && matchMedia("(prefers-color-scheme: dark)").matches ? "divergingDark" : "diverging"; }
// Round numbers, four to eight of them.
function ticks(low, high) {
  const span = high - low;
  if (!(span > 0)) return [low];
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000].find(size => span / size <= 7) || span;
  const result = [];
  for (let value = Math.ceil(low / step - 1e-9) * step; value <= high + 1e-9; value += step) result.push(value);
  return result;
}
function legend(label, ramp, low, high, ends) {
  const canvas = make("canvas", { width: 256, height: 8, "aria-hidden": "true" });
  const context = canvas.getContext("2d"), image = context.createImageData(256, 8);
  for (let row = 0; row < 8; row++) image.data.set(ramps[ramp], row * 1024);
  context.putImageData(image, 0, 0);
  const texts = ends || [rounded(low, high - low < 20 ? 1 : 0), rounded(high, high - low < 20 ? 1 : 0)];
  return make("span", { class: "legend" }, make("span", {}, label), make("span", {}, texts[0]), canvas, make("span", {}, texts[1]));
}
