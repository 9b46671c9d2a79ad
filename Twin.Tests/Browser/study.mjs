// Checks pages of studies in a real browser.
//
//   node study.mjs study.html [...]
//
// CHROMIUM, PLAYWRIGHT_DIR, last line and exit status as in report.mjs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { files, finish } from "./browser.mjs";
import { visit } from "./visit.mjs";

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
const own = { "the answer stands on the first screen": firstScreen, "numbers are numbers": numbers };
for (const file of files) {
  await visit(file, folder, { own, fewestCharts: 1 });
}
rmSync(folder, { recursive: true });
await finish();
