// The style sheets of the page, for the tree within <bellwether-assessment>: what depends on the page
// there depends on the element here.

import postcss from "postcss";

/** What the page around could otherwise pass on or decide. */
const FRAME = `
@layer bellwether-app, nhsuk, bellwether;
@layer bellwether-app {
  .bellwether-app {
    all: initial;
    direction: ltr;
    display: block;
    position: relative;
    isolation: isolate;
    box-sizing: border-box;
    /* As large as the person has set their browser to, whatever the page makes of it. */
    font-size: medium;
    line-height: 1.5;
    container-type: inline-size;
  }
}
:host { min-inline-size: min(100%, 18em); }
`;

/** Widths are those of the element, not of the window, and in lengths of its own. */
function asContainer(media) {
  if (!/^\(\s*((min|max)-)?width\b[^)]*\)$/.test(media.params)) return;
  media.name = "container";
  media.params = ` ${media.params.replaceAll("rem", "em")}`;
}

const elementOnly = {
  postcssPlugin: "element-only",
  AtRule(rule) {
    if (rule.name === "page" || rule.params.includes("\ufffd")) rule.remove();
    else if (rule.name === "media") asContainer(rule);
  },
  Rule(rule) {
    const within = (selector) => selector.replace(/^(html|body)(?![\w-])/, ".bellwether-app").replace(/^:root$/, ":host");
    rule.selectors = [...new Set(rule.selectors.map(within))];
  },
  Declaration(declaration) {
    const { prop, parent } = declaration;
    const isPages = ["overflow-y", "scroll-padding-top", "min-height"].includes(prop);
    if (isPages && parent.selector === ".bellwether-app") return void declaration.remove();
    const value = declaration.value.replace(/(-?\d*\.?\d+)rem\b/g, "calc($1*var(--bellwether-rem))");
    if (value !== declaration.value) declaration.value = value;
  },
};

/** The sheet for the element; `first` is that which stands before the other. */
export async function forElement(css, { first }) {
  const { css: made } = await postcss([elementOnly]).process(css, { from: undefined });
  return first ? FRAME.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ") + made : made;
}
