// Makes a report comfortable to read: the contents stay open beside the text where there is room, a
// button hides and shows all code, and what scrolls can be reached by keyboard.
(() => {
  const contents = document.querySelector(".toc > details");
  const isWide = matchMedia("(min-width: 80rem)"); // as in contents.css
  const openContents = () => {
    if (contents !== null) contents.open = isWide.matches;
  };
  isWide.addEventListener("change", openContents);
  openContents();

  const cells = [...document.querySelectorAll(".cell > details")];
  const top = document.querySelector("nav.top");
  if (cells.length > 0 && top !== null) {
    const button = document.createElement("button");
    button.type = "button";
    const name = () => {
      button.textContent = cells.some(({ open }) => open) ? "Hide code" : "Show code";
    };
    button.addEventListener("click", () => {
      const isOpen = cells.some(({ open }) => open);
      for (const cell of cells) cell.open = !isOpen;
      name();
    });
    for (const cell of cells) cell.addEventListener("toggle", name);
    name();
    top.append(button);
  }

  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const part of document.querySelectorAll("pre, .html")) sizes.observe(part);

  // The section that is read is marked in the contents.
  const links = new Map(
    [...document.querySelectorAll(".toc a")].map((link) => [link.hash.slice(1), link]),
  );
  const headings = [...document.querySelectorAll("h2[id]")];
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const current = links.get(encodeURIComponent(passed.at(-1)?.id ?? "")) ??
      links.get(passed.at(-1)?.id ?? "");
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  if (links.size > 0) addEventListener("scroll", mark, { passive: true });
})();
