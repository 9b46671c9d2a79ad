// What a page must look like; each function gives a list of faults.

const english = [
  "the", "and", "of", "with", "which", "not", "provided", "modelled", "measured", "energy", "heat", "water", "river", "year", "hours",
  "limit", "met", "missed", "value", "source", "delivered", "share", "centre", "rule", "is", "are", "by", "from", "its", "each",
];
const german = [
  "der", "die", "das", "und", "nicht", "mit", "von", "ist", "sind", "Wärme", "Jahr", "Fluss", "Wasser", "erfüllt", "verfehlt",
];

// Words of the other language outside of what others wrote (bdi) and of names of columns, keys and files (code).
export const language = (page) => page.evaluate(({ english, german }) => {
  const lang = document.documentElement.lang;
  const foreign = new Set(lang === "de" ? english : german);
  const known = new Set(["Annex", "IT"]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = lang === "de" || lang === "en" ? [] : [`the page does not say its language: ${lang}`];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("bdi, code, script, style")) {
      continue;
    }
    const words = node.textContent.split(/[^\p{L}]+/u).filter((word) => foreign.has(word) && !known.has(word));
    if (words.length > 0) {
      faults.push(`${words.join(", ")}: ${node.textContent.trim().slice(0, 100)}`);
    }
  }
  for (const element of document.querySelectorAll("[aria-label], [title]")) {
    const text = `${element.getAttribute("aria-label") ?? ""} ${element.getAttribute("title") ?? ""}`;
    if (text.split(/[^\p{L}]+/u).some((word) => foreign.has(word))) {
      faults.push(text);
    }
  }
  return faults;
}, { english, german });

export const overflow = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) {
    return [];
  }
  return [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 1
    && !element.closest(".scroll, .picture"))
        .map((element) => `${element.tagName} ${element.className} reaches ${element.getBoundingClientRect().right}`);
});

// Each shown chart: name and description with a number, all of its letters inside its frame, and no two labels on each other.
export const charts = (page) => page.evaluate(() => {
  const faults = [];
  for (const picture of document.querySelectorAll(".picture")) {
    const shown = [...picture.querySelectorAll(":scope > svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
    if (shown.length !== 1) {
      faults.push(`${shown.length} pictures are shown in a frame`);
      continue;
    }
    const [svg] = shown;
    const said = (svg.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    const name = said[0] || "a chart without a name";
    if (svg.getAttribute("role") !== "img" || said.length !== 2 || said[0].length < 5 || said[1].length < 10) {
      faults.push(`${name}: no alt text`);
    }
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    if (texts.length === 0) {
      faults.push(`${name}: no text`);
    }
    for (const { text, box } of texts) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) {
        faults.push(`${name}: "${text}" leaves the frame`);
      }
      if (box.height < 9) {
        faults.push(`${name}: "${text}" is ${box.height.toFixed(1)} px high`);
      }
    }
    for (let i = 0; i < texts.length; i++) {
      for (let j = i + 1; j < texts.length; j++) {
        const a = texts[i].box, b = texts[j].box;
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (width > 1 && height > 0.35 * Math.min(a.height, b.height)) {
          faults.push(`${name}: "${texts[i].text}" lies on "${texts[j].text}"`);
        }
      }
    }
  }
  return faults;
});

// Ratio of luminances of each text and what lies behind it: 4.5, or 3 where the letters are large (WCAG 2.2, 1.4.3).
export const contrast = (page) => page.evaluate(() => {
  const parse = (colour) => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
  const luminance = ({ r, g, b }) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1,
  });
  const behind = (element) => element === null ? { r: 255, g: 255, b: 255, a: 1 }
    : over(parse(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest("script, style, title, desc") || element.getClientRects().length === 0) {
      continue;
    }
    const style = getComputedStyle(element);
    const isSvg = element instanceof SVGElement;
    const ground = behind(isSvg ? element.closest("figure") : element);
    const ink = over(parse(isSvg ? style.fill : style.color), ground);
    const [a, b] = [luminance(ink), luminance(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) {
      faults.add(`${ratio.toFixed(2)}: ${element.tagName} "${node.textContent.trim().slice(0, 40)}"`);
    }
  }
  return [...faults];
});

export const accessible = (page) => page.evaluate(() => {
  const faults = [];
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  faults.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `identifier ${id} comes twice`));
  for (const element of document.querySelectorAll("[aria-labelledby]")) {
    for (const id of element.getAttribute("aria-labelledby").split(" ").filter((id) => !document.getElementById(id))) {
      faults.push(`${id} names nothing`);
    }
  }
  for (const link of document.querySelectorAll("a")) {
    const target = link.getAttribute("href");
    if (!target.startsWith("#") || !document.getElementById(target.slice(1))) {
      faults.push(`the link ${target} leads nowhere`);
    }
  }
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5")].map((heading) => Number(heading.tagName[1]));
  levels.forEach((level, i) => { if (level > (levels[i - 1] ?? 0) + 1) { faults.push(`heading ${i} skips a level`); } });
  if (levels.filter((level) => level === 1).length !== 1) {
    faults.push("there is not exactly one h1");
  }
  for (const landmark of ["header", "nav[aria-label]", "main", "footer"]) {
    if (document.querySelectorAll(landmark).length !== 1) {
      faults.push(`there is not exactly one ${landmark}`);
    }
  }
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption?.textContent.trim()) {
      faults.push("a table has no caption");
    }
    if (table.querySelector("thead th:not([scope=col]), tbody th:not([scope=row])") || !table.querySelector("thead th")) {
      faults.push(`${table.caption?.textContent}: a head without scope`);
    }
  }
  if (document.querySelector("[style]")) {
    faults.push("there is a style attribute");
  }
  if (!document.querySelector("meta[name=viewport]") || document.characterSet !== "UTF-8" || document.title.length < 5) {
    faults.push("viewport, character set or title is missing");
  }
  return faults;
});

// Nothing that came in through a label became an element, ran, or changed the page.
export const hostile = (page) => page.evaluate(() => {
  const faults = [];
  if (document.querySelectorAll("script").length !== 1 || document.querySelectorAll("style").length !== 1) {
    faults.push("there is not exactly one script and one style sheet");
  }
  if (document.querySelector("img, iframe, object, embed, form, input, link, base, video, audio, bdi *")) {
    faults.push("free text became an element");
  }
  if (document.title === "taken") {
    faults.push("free text ran");
  }
  for (const element of document.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith("on") || /^\s*javascript:/i.test(attribute.value)) {
        faults.push(`${element.tagName} has ${attribute.name}`);
      }
    }
  }
  return faults;
});

// Share of the pixels of a screenshot that are not nearly white.
export const inkIn = (page, png) => page.context().newPage().then(async (canvas) => {
  await canvas.setContent("<canvas></canvas>");
  const share = await canvas.evaluate(async (data) => {
    const picture = new Image();
    picture.src = data;
    await picture.decode();
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context.drawImage(picture, 0, 0);
    const pixels = context.getImageData(0, 0, picture.width, picture.height).data;
    let dark = 0;
    for (let i = 0; i < pixels.length; i += 4) {
      dark += Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) < 215 ? 1 : 0;
    }
    return dark / (pixels.length / 4);
  }, `data:image/png;base64,${png.toString("base64")}`);
  await canvas.close();
  return share;
});
