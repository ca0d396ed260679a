// Where the arrow keys lead on a map.

const ways = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * beside is the box next to one in the direction of a key, or undefined: one
 * that a line leads to, else the one that is most straight on.
 */
export function beside({ boxes, lines }, from, key) {
  if (!ways[key]) {
    return undefined;
  }
  const tied = new Set(lines.flatMap((l) => (l.from === from.id ? [l.to] : l.to === from.id ? [l.from] : [])));
  return nearest(boxes.filter((b) => tied.has(b.id)), from, ways[key]) ?? nearest(boxes, from, ways[key]);
}

function nearest(boxes, from, [dx, dy]) {
  let best;
  let least = Infinity;
  for (const box of boxes) {
    const [x, y] = [middle(box.x, box.width) - middle(from.x, from.width), middle(box.y, box.height) - middle(from.y, from.height)];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = ahead + 2 * aside; // rather straight on than near
    if (box !== from && ahead > 1 && aside < 4 * ahead && far < least) {
      best = box;
      least = far;
    }
  }
  return best;
}

const middle = (at, length) => at + length / 2;
