// Checks pages of studies in a real browser.
//
//   node study.mjs study.html [...]
//
// CHROMIUM, PLAYWRIGHT_DIR, last line and exit status as in report.mjs.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, files, finish, ink, open, printed, tables, zooming } from "./browser.mjs";
import { accessible, charts, contrast, hostile, language, overflow } from "./looks.mjs";

// The first screen of a desktop: the question, how many runs, and the answer in words.
const firstScreen = (page) => page.evaluate(() => {
  const faults = [];
  for (const [selector, what] of [["h1", "the question"], [".counts", "the counts"], [".tiles", "the outcomes"], [".prose li", "the answer"]]) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (!box || box.height === 0 || box.top > 900) {
      faults.push(`${what} does not begin on the first screen`);
    }
  }
  if (!document.querySelector("#main-figure svg")) {
    faults.push("the answer has no picture");
  }
  return faults;
});

// What a computation left behind instead of a number.
const numbers = (page) => page.evaluate(() => [...document.querySelectorAll("main *")]
  .filter((element) => element.children.length === 0 && /\bNaN\b|\bInfinity\b|∞|\u2212?0\.0+e/.test(element.textContent))
  .map((element) => `${element.tagName}: ${element.textContent.slice(0, 80)}`));

const folder = mkdtempSync(join(tmpdir(), "study-"));
for (const file of files) {
  const source = readFileSync(file, "utf8");
  check(file, "at most 3 MB", source.length <= 3e6 ? [] : [`${source.length} bytes`]);
  check(file, "nothing from outside in the source", [...source.matchAll(/(?:src|href|action|url\()\s*=?\s*["']?(https?:|\/\/)[^"'\s]*/g)]
      .map((m) => m[0]));
  for (const width of [1400, 390]) {
    const { context, page, told } = await open(file, width);
    const where = `${file} at ${width} px`;
    check(where, "no horizontal overflow", await overflow(page));
    check(where, "charts have an alt text and stay inside their frames", await charts(page));
    check(where, "every chart has ink", await ink(page));
    check(where, "contrast of text", await contrast(page));
    if (width === 1400) {
      check(where, "the answer stands on the first screen", await firstScreen(page));
      check(where, "numbers are numbers", await numbers(page));
      check(where, "headings, landmarks, captions, scopes, identifiers", await accessible(page));
      check(where, "free text stays text", await hostile(page));
      check(where, "one language", await language(page));
      check(where, "printed pages", await printed(page, folder));
      check(where, "tables sort", await tables(page));
    }
    check(where, "charts zoom", await zooming(page));
    told.push(...await page.evaluate(() => globalThis.refused));
    check(where, "no error, no refusal, no request", told);
    await context.close();
  }
  const { context, page, told } = await open(file, 1400, { javaScriptEnabled: false });
  check(file, "readable without JavaScript", [
    ...told,
    ...(await page.locator("button").count()) > 0 ? ["there are buttons that do nothing"] : [],
    ...(await page.locator("svg.wide >> visible=true").count()) < 1 ? ["charts are not shown"] : [],
  ]);
  await context.close();
}
rmSync(folder, { recursive: true });
await finish();
