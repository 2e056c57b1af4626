// Makes the figures of a report or a notebook answer: Plotly draws each over its picture when it comes
// into view, and what a figure marks as worth a closer look is shown large. Without this script the
// pictures stay.
(() => {
  if (customElements.get("figure-stage") !== undefined) return; // Another notebook brought it.
  const packed = document.querySelector("script.plotly");
  const isTouch = matchMedia("(pointer: coarse)").matches;

  /** Puts the drawing in the place of its image, which is all that a notebook shows that is not
   * trusted. */
  function inlinePicture(stage) {
    const image = stage.querySelector(":scope > img");
    if (image !== null) {
      image.outerHTML = decodeURIComponent(image.getAttribute("src").split(/,([^]*)/)[1]);
    }
  }

  /** What a figure says of itself: `{ figure?, closeups?, mistakes?, pictures? }`. */
  function contentOf(stage) {
    const content = JSON.parse(stage.querySelector("script.figure")?.textContent ?? "{}");
    // Pictures that the drawing holds too are written down once.
    const pictures = stage.querySelectorAll("svg image");
    for (const image of content.figure?.layout.images ?? []) {
      if (typeof image.source !== "number") continue;
      const picture = pictures[image.source];
      image.source = picture.getAttribute("href") ?? picture.getAttribute("xlink:href");
    }
    return content;
  }

  let loading;

  /** Unpacks Plotly, which the page holds once, and runs it. */
  async function loadPlotly() {
    await (loading ??= runPacked(packed));
    return globalThis.Plotly;
  }

  async function draw(stage, { figure: { data, layout }, mistakes, pictures }) {
    const plotly = await loadPlotly();
    const plot = document.createElement("div");
    plot.className = "plot";
    plot.setAttribute("aria-hidden", "true"); // The picture below it has the words.
    stage.append(plot);
    // On a touch screen a finger scrolls the page.
    await plotly.newPlot(plot, data, isTouch ? { ...layout, dragmode: false } : layout, {
      displayModeBar: isTouch ? false : "hover",
      displaylogo: false,
      modeBarButtons: [["toImage", "resetScale2d"]],
    });
    const fit = () => {
      plot.style.transform = `scale(${stage.clientWidth / layout.width})`;
    };
    new ResizeObserver(fit).observe(stage);
    fit();
    for (const control of plot.querySelectorAll("a, button, [tabindex]")) control.tabIndex = -1;
    stage.classList.add("drawn");
    if (mistakes) plot.on("plotly_click", ({ points: [point] }) => showMistakes(mistakes, point));
    if (!pictures) return;
    plot.on("plotly_hover", ({ points: [point], event }) => {
      showLens([imageOf(pictures, point.customdata, 4)], event);
    });
    plot.on("plotly_unhover", hideLens);
  }

  const lens = document.createElement("div");
  lens.className = "lens";
  lens.hidden = true;
  let isPinned = false;

  function hideLens() {
    lens.hidden = true;
    isPinned = false;
  }

  function showLens(content, pointer) {
    if (!lens.isConnected) document.body.append(lens);
    lens.replaceChildren(...content);
    lens.hidden = false;
    const { width, height } = lens.getBoundingClientRect();
    const gap = 18;
    const roomRight = document.documentElement.clientWidth - width - 4;
    const right = pointer.clientX + gap;
    const left = right <= roomRight ? right : pointer.clientX - gap - width;
    const top = pointer.clientY - height / 2;
    lens.style.left = `${Math.max(4, Math.min(left < 4 ? roomRight : left, roomRight))}px`;
    lens.style.top = `${Math.max(4, Math.min(top, innerHeight - height - 4))}px`;
  }

  const svgName = "http://www.w3.org/2000/svg";
  let drawings = 0;

  /** The drawing of a picture, to be shown a second time. */
  function drawingOf(svg) {
    let drawing = svg.querySelector(":scope > g.whole");
    if (drawing === null) {
      drawing = document.createElementNS(svgName, "g");
      drawing.setAttribute("class", "whole");
      drawing.id = `whole-${++drawings}`;
      drawing.append(...svg.childNodes);
      svg.append(drawing);
    }
    return drawing;
  }

  /** A part of a picture, enlarged: all of a small box, and of a large one what lies at the pointer. */
  function closeup(svg, box, at) {
    const largest = 150;
    const [width, height] = [Math.min(box.width, largest), Math.min(box.height, largest)];
    const x = Math.max(box.x, Math.min(at.x - width / 2, box.x + box.width - width));
    const y = Math.max(box.y, Math.min(at.y - height / 2, box.y + box.height - height));
    const zoom = Math.min(4, 300 / width, 300 / height);
    const view = document.createElementNS(svgName, "svg");
    view.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    view.setAttribute("width", width * zoom);
    view.setAttribute("height", height * zoom);
    view.setAttribute("font-family", svg.getAttribute("font-family") ?? "sans-serif");
    const use = document.createElementNS(svgName, "use");
    use.setAttribute("href", `#${drawingOf(svg).id}`);
    view.append(use);
    return view;
  }

  function watchCloseups(stage, closeups) {
    const svg = stage.querySelector("svg");
    const show = (event) => {
      if (isPinned) return;
      const { left, top, width } = svg.getBoundingClientRect();
      const scale = width / svg.viewBox.baseVal.width;
      const at = { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
      const box = closeups.find(({ x, y, width, height }) =>
        at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height
      );
      if (box === undefined) hideLens();
      else showLens([closeup(svg, box, at)], event);
    };
    stage.classList.add("close");
    stage.addEventListener("pointermove", show);
    stage.addEventListener("pointerdown", show);
    stage.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse" && !isPinned) hideLens();
    });
  }

  /** One image of a sheet, each of its pixels a square of that many. */
  function imageOf({ source, side, columns }, index, zoom) {
    const image = document.createElement("i");
    const [x, y] = [index % columns, Math.floor(index / columns)];
    image.style.cssText = `width: ${side * zoom}px; height: ${side * zoom}px; ` +
      `background: url(${source}) ${-x * side * zoom}px ${-y * side * zoom}px / ` +
      `${columns * side * zoom}px auto;`;
    return image;
  }

  /** The images behind a cell of a confusion matrix, until the next click. */
  function showMistakes({ cells, ...sheet }, point) {
    const found = cells[`${point.y} ${point.x}`] ?? [];
    if (found.length === 0) return;
    const title = document.createElement("p");
    title.textContent = `${point.y} read as ${point.x}`;
    const images = found.map((index) => imageOf(sheet, index, 2));
    const { clientX, clientY } = lastPointer;
    setTimeout(() => {
      showLens([title, ...images], { clientX, clientY });
      isPinned = true;
    });
  }

  let lastPointer = { clientX: 0, clientY: 0 };
  addEventListener("pointerdown", (event) => {
    lastPointer = event;
    if (isPinned || !event.target.closest?.(".close")) hideLens();
  }, { capture: true });
  addEventListener("scroll", hideLens, { capture: true, passive: true });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hideLens();
  });

  const canUnpack = typeof DecompressionStream === "function";
  const inView = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      inView.unobserve(target);
      inlinePicture(target);
      const content = contentOf(target);
      if (content.closeups) watchCloseups(target, content.closeups);
      if (content.figure && canUnpack) draw(target, content);
    }
  }, { rootMargin: "200px" });

  class FigureStage extends HTMLElement {
    #isKnown = false;

    connectedCallback() {
      if (this.#isKnown) return; // JupyterLab takes out what is not in view, and puts it back.
      this.#isKnown = true;
      if (document.readyState === "loading") {
        addEventListener("DOMContentLoaded", () => inView.observe(this));
      } else inView.observe(this);
    }
  }
  customElements.define("figure-stage", FigureStage);
})();
