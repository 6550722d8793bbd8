import type { Attribute, Drawable, Tag } from './drawable.js';
import { toList } from './jsx-runtime.js';

/** What each element was last drawn from. */
const drawn = new WeakMap<Node, Tag>();

/**
 * Draws a tree into an element and keeps every element that is there already, with its focus and
 * its typing. 0.7 kB of the budget; a library for the same is 4.5 kB.
 */
export function render(drawable: Drawable, into: Element): void {
  drawChildren(into, toList(drawable));
}

function drawChildren(parent: Element, children: (Tag | string)[]) {
  children.forEach((child, index) => {
    const old = parent.childNodes[index];
    const node = typeof child === 'string' ? drawText(old, child) : drawElement(old, child);
    if (!old) parent.append(node);
    else if (old !== node) old.replaceWith(node);
  });
  while (parent.childNodes.length > children.length) parent.lastChild?.remove();
}

function drawText(old: Node | undefined, text: string): Text {
  if (!(old instanceof Text)) return document.createTextNode(text);
  if (old.data !== text) old.data = text;
  return old;
}

function drawElement(old: Node | undefined, next: Tag): Element {
  const before = old && drawn.get(old);
  const kept = before?.tag === next.tag && before.key === next.key;
  const element = kept ? (old as Element) : createElement(next.tag);
  const gone = kept ? Object.keys(before.attributes).map((name) => [name, undefined]) : [];
  const { value, ...attributes }: Tag['attributes'] = {
    ...(Object.fromEntries(gone) as Tag['attributes']),
    ...next.attributes,
  };
  for (const [name, attribute] of Object.entries(attributes)) {
    setAttribute(element, name, attribute);
  }
  for (const type of Object.keys(next.handlers)) element.addEventListener(type, callHandler);
  drawn.set(element, next);
  if (next.children.length > 0) drawChildren(element, next.children);
  // Last, as a select knows its values by its options only.
  if (value !== undefined) setValue(element as HTMLInputElement, String(value));
  return element;
}

function createElement(tag: string): Element {
  const svg = tag === 'svg' || tag === 'path';
  return document.createElementNS(`http://www.w3.org/${svg ? '2000/svg' : '1999/xhtml'}`, tag);
}

function setAttribute(element: Element, name: string, value: Attribute) {
  // What the person ticks changes the property only.
  if (name === 'checked') (element as HTMLInputElement).checked = value === true;
  else if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

function setValue(element: HTMLInputElement, value: string) {
  if (element.value !== value) element.value = value;
}

/** One listener for all: adding it again does nothing, and it finds what was drawn last. */
function callHandler(event: Event) {
  drawn.get(event.currentTarget as Node)?.handlers[event.type]?.(event);
}
