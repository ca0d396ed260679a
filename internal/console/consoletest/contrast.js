// Lists the visible texts of the page whose contrast is too low (WCAG 2.2,
// 1.4.3), and what sticks out at the side. It is run by a test.
(() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const over = (top, below) => {
    const mix = (c) => top[c] * top.a + below[c] * (1 - top.a);
    return { r: mix("r"), g: mix("g"), b: mix("b"), a: 1 };
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const color = rgba(getComputedStyle(e).backgroundColor);
      layers.push(color);
      if (color.a === 1) {
        break;
      }
    }
    return layers.reverse().reduce((below, top) => over(top, below), rgba("white"));
  };
  const problems = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!text || !shown || element.closest(".unseen, :disabled, .skip")) {
      continue;
    }
    texts++;
    const style = getComputedStyle(element);
    const below = ground(element);
    const [a, b] = [luminance(over(rgba(style.color), below)), luminance(below)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) {
      problems.push(`"${text.slice(0, 30)}" has a contrast of ${ratio.toFixed(2)}`);
    }
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    problems.push(`the page is ${root.scrollWidth} wide where ${root.clientWidth} fit`);
  }
  for (const control of document.querySelectorAll("button, a[href], select, textarea")) {
    const box = control.getBoundingClientRect();
    const inText = control.closest(".text, .skip");
    if (control.checkVisibility() && !inText && box.width > 0 && (box.width < 24 || box.height < 24)) {
      problems.push(`a control of ${Math.round(box.width)} by ${Math.round(box.height)}: ${control.outerHTML.slice(0, 80)}`);
    }
  }
  return { texts, problems };
})();
