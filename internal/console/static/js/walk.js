// Where the arrow keys lead on a map.

const ways = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** beside is the box next to one in the direction of a key, or undefined. */
export function beside(boxes, from, key) {
  const [dx, dy] = ways[key] ?? [];
  if (dx === undefined) {
    return undefined;
  }
  let best;
  let least = Infinity;
  for (const box of boxes) {
    const [x, y] = [middle(box.x, box.width) - middle(from.x, from.width), middle(box.y, box.height) - middle(from.y, from.height)];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = ahead + 2 * aside; // rather straight on than near
    if (box !== from && ahead > 1 && far < least) {
      best = box;
      least = far;
    }
  }
  return best;
}

const middle = (at, length) => at + length / 2;
