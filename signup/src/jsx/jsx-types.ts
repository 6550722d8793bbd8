import type { Drawable } from './drawable.js';

/** What a component may return. */
export type Element = Drawable;

export interface ElementChildrenAttribute {
  children: unknown;
}

export interface IntrinsicAttributes {
  key?: string;
}

type HandlerOn<E extends EventTarget> = (event: Event & { currentTarget: E }) => unknown;

type Attributes<E extends EventTarget> = {
  [attribute in Exclude<string, `on${string}`>]?: unknown;
} & {
  children?: Drawable;
  onClick?: HandlerOn<E>;
  onChange?: HandlerOn<E>;
  onInput?: HandlerOn<E> | undefined;
  onFocusIn?: HandlerOn<E> | undefined;
  onSubmit?: HandlerOn<E>;
};

/** Every tag of HTML, and the two of SVG that the page draws with. */
export type IntrinsicElements = {
  [tag in keyof HTMLElementTagNameMap]: Attributes<HTMLElementTagNameMap[tag]>;
} & {
  svg: Attributes<SVGSVGElement>;
  path: Attributes<SVGPathElement>;
};
