// Rules for people who cannot see, cannot see colours, or use no mouse; after WCAG 2.2 and axe-core's list.
// The value is an object: per rule how many things were looked at and what is wrong with which.
(() => {
  const rules = {}, all = selector => Array.from(document.querySelectorAll(selector)).filter(e => e.checkVisibility());
  const rule = (name, things, fault) => {
    const faults = things.map(thing => fault(thing)).filter(Boolean);
    rules[name] = { count: things.length, faults };
  };
  const named = e => (e.getAttribute("aria-label") || (e.labels && Array.from(e.labels).map(l => l.textContent).join(" ")) || e.textContent || "").trim();
  const show = e => e.outerHTML.slice(0, 120);

  rule("the page names its language and title", [document], () => !document.documentElement.lang || !document.title ? "lang or title" : null);
  rule("one h1, and headings that skip no level", [document], () => {
    const levels = all("h1,h2,h3,h4").map(h => Number(h.tagName[1]));
    if (levels.filter(l => l === 1).length !== 1) return "h1: " + levels;
    return levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1) ? null : "levels: " + levels;
  });
  rule("one main landmark, with header and footer", [document], () => all("main").length === 1 && all("header").length === 1 && all("footer").length === 1 ? null : "landmarks");
  rule("the first stop skips to the content", [document], () => { const a = document.querySelector("a[href]"); return a && document.querySelector(a.getAttribute("href")) ? null : "no skip link"; });
  rule("no name is used twice", Array.from(document.querySelectorAll("[id]")), e => document.querySelectorAll("[id='" + e.id + "']").length > 1 ? e.id : null);
  rule("every control has a name", all("input,select,button,summary,a[href]"), e => named(e) ? null : show(e));
  rule("every picture has a description or is hidden from readers", all("canvas,svg,img"), e => e.closest("[aria-hidden=true]") || e.getAttribute("aria-label") ? null : show(e));
  rule("a description comes with a role", all("canvas[aria-label],svg[aria-label],div[aria-label]"), e => e.getAttribute("role") ? null : show(e));
  rule("every table has a caption, and heads with a scope", all("table"), e => e.caption && e.caption.textContent.trim() && Array.from(e.querySelectorAll("th")).every(h => h.scope) && Array.from(e.tBodies[0].rows).every(r => r.cells[0].tagName === "TH") ? null : show(e));
  rule("sections have a heading as their name", all("section"), e => { const h = document.getElementById(e.getAttribute("aria-labelledby") || ""); return h && h.textContent.trim() ? null : show(e); });
  rule("groups of controls have a legend", all("fieldset"), e => e.querySelector("legend") && e.querySelector("legend").textContent.trim() ? null : show(e));
  rule("what scrolls can be reached by keyboard", all("*").filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "auto"), e => e.tabIndex === 0 && e.getAttribute("aria-label") ? null : show(e));
  rule("no tab index above 0", all("[tabindex]"), e => e.tabIndex > 0 ? show(e) : null);
  rule("targets are at least 24 pixels high", all("button,select,input[type=range],label"), e => e.getBoundingClientRect().height >= 24 ? null : show(e));
  rule("what changes is announced", [document], () => all("output").length ? null : "no output element");
  rule("verdicts are words, not only colours", all("td.good,td.bad"), e => /[a-z]{4}/.test(e.textContent) ? null : show(e));

  // Contrast of every text against what lies behind it: 4.5, or 3 for large text (WCAG 1.4.3).
  const parse = text => { const m = text.match(/[\d.]+/g); return m ? [Number(m[0]), Number(m[1]), Number(m[2]), m[3] === undefined ? 1 : Number(m[3])] : [0, 0, 0, 0]; };
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (a, b) => { const [x, y] = [light(a) + 0.05, light(b) + 0.05]; return Math.max(x, y) / Math.min(x, y); };
  const behind = e => { for (let at = e; at; at = at.parentElement) { const c = parse(getComputedStyle(at).backgroundColor); if (c[3] > 0.99) return c; } return [255, 255, 255, 1]; };
  const texts = all("body *").filter(e => !["SCRIPT", "STYLE", "NOSCRIPT", "OPTION"].includes(e.tagName) && Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim()));
  rule("text stands out from its ground, 4.5 to 1", texts, e => {
    if (e.closest("svg")) return ratio(parse(getComputedStyle(e).fill).slice(0, 3), behind(e).slice(0, 3)) >= 3 ? null : show(e);
    const s = getComputedStyle(e), size = parseFloat(s.fontSize), large = size >= 24 || size >= 18.66 && Number(s.fontWeight) >= 700;
    const found = ratio(parse(s.color).slice(0, 3), behind(e).slice(0, 3));
    return found >= (large ? 3 : 4.5) ? null : found.toFixed(2) + ": " + show(e);
  });
  rule("the borders of controls stand out, 3 to 1", all("button,select"), e => ratio(parse(getComputedStyle(e).borderTopColor).slice(0, 3), behind(e.parentElement).slice(0, 3)) >= 3 ? null : show(e));
  rule("bars stand out from their ground, 3 to 1", all(".bar i:not(.zero):not(.band)"), e => ratio(parse(getComputedStyle(e).backgroundColor).slice(0, 3), behind(e.parentElement).slice(0, 3)) >= 3 ? null : show(e));
  return rules;
})()
