"use strict";
(() => {
  const words = { larger: "{larger}", smaller: "{smaller}", reset: "{reset}", zoom: "{zoom}", sort: "{sort}" };
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  // Tables: a click on a head sorts by that column, a second one the other way; sums stay below, what has no value comes last.
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
  };
  const order = (a, b, sign) => {
    const isNumberA = typeof a === "number", isNumberB = typeof b === "number";
    return isNumberA && isNumberB ? sign * (a - b) : isNumberA ? -1 : isNumberB ? 1 : sign * compare(a, b);
  };
  for (const table of document.querySelectorAll("table")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.title = words.sort;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
        const rows = [...body.rows].filter((row) => !row.classList.contains("total"));
        const sums = [...body.rows].filter((row) => row.classList.contains("total"));
        rows.sort((a, b) => order(valueOf(a, column), valueOf(b, column), sign));
        body.append(...rows, ...sums);
      });
    });
  }

  // Charts: buttons, keys, the wheel with Ctrl, and the finger or mouse move the view box; reset brings back the whole.
  const most = 8;
  for (const picture of document.querySelectorAll(".picture")) {
    const views = [...picture.querySelectorAll(":scope > svg")].map((svg) => {
      const [x, y, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
      return { svg, x, y, width, height };
    });
    let factor = 1, middleX = 0.5, middleY = 0.5;
    const show = () => {
      const half = 0.5 / factor;
      middleX = Math.min(1 - half, Math.max(half, middleX));
      middleY = Math.min(1 - half, Math.max(half, middleY));
      for (const { svg, x, y, width, height } of views) {
        const box = [x + (middleX - half) * width, y + (middleY - half) * height, width / factor, height / factor];
        svg.setAttribute("viewBox", factor === 1 ? [x, y, width, height].join(" ") : box.map((value) => value.toFixed(2)).join(" "));
      }
      picture.classList.toggle("zoomed", factor > 1);
    };
    const zoom = (by, atX = middleX, atY = middleY) => {
      const next = Math.min(most, Math.max(1, factor * by));
      middleX = atX + (middleX - atX) * factor / next;
      middleY = atY + (middleY - atY) * factor / next;
      factor = next;
      show();
    };
    const reset = () => { factor = 1; middleX = middleY = 0.5; show(); };
    const move = (byX, byY) => { middleX += byX / factor; middleY += byY / factor; show(); };
    const tools = document.createElement("div");
    tools.className = "tools";
    for (const [sign, word, act] of [["+", words.larger, () => zoom(1.5)], ["\u2212", words.smaller, () => zoom(1 / 1.5)],
        ["0", words.reset, reset]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.title = word;
      button.setAttribute("aria-label", word);
      button.addEventListener("click", act);
      tools.append(button);
    }
    picture.after(tools);
    picture.tabIndex = 0;
    picture.setAttribute("role", "group");
    picture.setAttribute("aria-label", words.zoom);
    const keys = {
      "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), "0": reset,
      ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
    };
    picture.addEventListener("keydown", (event) => {
      const isArrow = event.key.startsWith("Arrow");
      if (event.target !== picture || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key] || (isArrow && factor === 1)) {
        return;
      }
      event.preventDefault();
      keys[event.key]();
    });
    const placeOf = (event) => {
      const shown = views.map((view) => view.svg.getBoundingClientRect()).find((box) => box.width > 0);
      const half = 0.5 / factor;
      return {
        x: middleX - half + (event.clientX - shown.left) / shown.width / factor,
        y: middleY - half + (event.clientY - shown.top) / shown.height / factor,
        width: shown.width, height: shown.height,
      };
    };
    picture.addEventListener("wheel", (event) => {
      if (event.ctrlKey) {
        event.preventDefault();
        const place = placeOf(event);
        zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, place.x, place.y);
      }
    }, { passive: false });
    let held = null;
    picture.addEventListener("pointerdown", (event) => {
      if (factor > 1 && event.button === 0) {
        held = { x: event.clientX, y: event.clientY };
        picture.setPointerCapture(event.pointerId);
      }
    });
    picture.addEventListener("pointermove", (event) => {
      if (held) {
        const { width, height } = placeOf(event);
        move((held.x - event.clientX) / width, (held.y - event.clientY) / height);
        held = { x: event.clientX, y: event.clientY };
      }
    });
    for (const end of ["pointerup", "pointercancel"]) {
      picture.addEventListener(end, () => { held = null; });
    }
  }

  // Browsers whose style sheets cannot open details for paper.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));
})();
