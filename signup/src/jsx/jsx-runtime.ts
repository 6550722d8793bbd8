import type { Attribute, Drawable, Handler, Tag } from './drawable.js';

export type * as JSX from './jsx-types.js';

interface Properties {
  children?: Drawable;
}

/** What the compiler makes of a tag. Components run at once, so a tree holds plain tags only. */
export function jsx<P extends Properties>(
  type: string | ((properties: P) => Drawable),
  properties: P,
  key?: string,
): Drawable {
  if (typeof type === 'function') return type(properties);
  const { children, ...rest } = properties;
  const tag: Tag = { tag: type, key, attributes: {}, handlers: {}, children: [] };
  for (const [name, value] of Object.entries(rest as Record<string, Attribute | Handler>)) {
    if (typeof value === 'function') tag.handlers[name.slice(2).toLowerCase()] = value;
    else tag.attributes[name] = value;
  }
  if (children !== undefined) tag.children = toList(children);
  return tag;
}

export { jsx as jsxs };

/** `<>…</>`: several nodes without an element around them. */
export function Fragment({ children }: Properties): Drawable {
  return children;
}

/** A part that is left out keeps its place as an empty text, so that the next ones keep theirs. */
export function toList(drawable: Drawable): (Tag | string)[] {
  if (Array.isArray(drawable)) return drawable.flatMap(toList);
  if (drawable === null || drawable === undefined || typeof drawable === 'boolean') return [''];
  return [typeof drawable === 'number' ? String(drawable) : drawable];
}
