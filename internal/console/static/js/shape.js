// The outlines of boxes and lines, as SVG paths.

const slant = 10; // how far the sides of forks lean in
const long = 7; // of the tip of an arrow
const wide = 4;

/** outline is the path of a box, by its shape. */
export function outline({ shape, x, y, width, height }) {
  const [right, bottom] = [x + width, y + height];
  switch (shape) {
    case "question":
      return rounded(x, y, width, height, 10);
    case "pause":
      return `${rounded(x, y, width, height, 10)}M${x + 5} ${y + 9}V${bottom - 9}`;
    case "start":
    case "end":
      return rounded(x, y, width, height, Math.min(width, height) / 2);
    case "fork":
      return `M${x + slant} ${y}H${right - slant}L${right} ${y + height / 2}L${right - slant} ${bottom}H${x + slant}L${x} ${y + height / 2}Z`;
    case "other": // with a second line at both sides
      return `${rounded(x, y, width, height, 2)}M${x + slant / 2} ${y}V${bottom}M${right - slant / 2} ${y}V${bottom}`;
  }
  return rounded(x, y, width, height, 2);
}

function rounded(x, y, width, height, r) {
  const arc = `a${r} ${r} 0 0 1 `;
  return `M${x + r} ${y}h${width - 2 * r}${arc}${r} ${r}v${height - 2 * r}${arc}${-r} ${r}h${2 * r - width}${arc}${-r} ${-r}v${2 * r - height}${arc}${r} ${-r}Z`;
}

/** route is the path of a line: straight down, and swinging where it goes aside; a loop has corners. */
export function route(points, loop) {
  return points
    .map(([x, y], i) => {
      const [beforeX, beforeY] = points[i - 1] ?? [];
      if (i === 0) {
        return `M${x} ${y}`;
      }
      const middle = (beforeY + y) / 2;
      return loop || beforeX === x ? `L${x} ${y}` : `C${beforeX} ${middle} ${x} ${middle} ${x} ${y}`;
    })
    .join("");
}

/** tip is the head of an arrow at the end of a line's last piece, which is upright or ends at a side. */
export function tip([fromX, fromY], [x, y]) {
  if (fromY === y) {
    const back = x - long * Math.sign(x - fromX);
    return `M${x} ${y}L${back} ${y - wide}V${y + wide}Z`;
  }
  const back = y - long * Math.sign(y - fromY);
  return `M${x} ${y}L${x - wide} ${back}H${x + wide}Z`;
}
