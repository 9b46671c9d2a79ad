// Visits a page as reports and studies share it: both widths, then without JavaScript.
import { readFileSync } from "node:fs";
import { check, ink, open, printed, tables, zooming } from "./browser.mjs";
import { accessible, charts, contrast, hostile, language, overflow } from "./looks.mjs";

// own: further checks of the wide page, by what they say, each a function of the page that gives a list of faults.
// fewestCharts: charts that must be seen without JavaScript; plain: what else must work there.
export const visit = async (file, folder, { own = {}, fewestCharts, plain = async () => [] }) => {
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
      for (const [what, faults] of Object.entries(own)) {
        check(where, what, await faults(page));
      }
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
    ...(await page.locator("svg.wide >> visible=true").count()) < fewestCharts ? ["charts are not shown"] : [],
    ...await plain(page),
  ]);
  await context.close();
};
