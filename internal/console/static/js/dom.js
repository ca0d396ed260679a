// Small tools for elements. Nothing here or elsewhere makes elements from
// strings: text is always set as text.

/** byId returns the element with this id. */
export const byId = (id) => document.getElementById(id);

/** part returns a copy of the template with this name, as one element. */
export function part(name) {
  return byId(`part-${name}`).content.firstElementChild.cloneNode(true);
}

/** word returns the words of a template that holds nothing else. */
export const word = (name) => byId(`part-${name}`).content.textContent.trim();

/** counted returns the words for so many of something: part-<name>-one or -many. */
export const counted = (name, n) => word(n === 1 ? `${name}-one` : `${name}-many`).replace("{n}", String(n));

/** slot finds the place in a part that is marked data-<name>. */
export const slot = (element, name) => element.querySelector(`[data-${name}]`);

/** fill sets the text of a slot. */
export function fill(element, name, text) {
  const place = slot(element, name);
  place.textContent = text;
  return place;
}

/** coded returns a text as parts of an element: what stands between `backticks` is code. */
export function coded(text) {
  return text.split(/`([^`\n]+)`/).map((piece, i) => {
    if (i % 2 === 0) {
      return piece;
    }
    const code = document.createElement("code");
    code.textContent = piece;
    return code;
  });
}
