/** One tag of a tree, with everything that it should have on the page. */
export interface Tag {
  tag: string;
  attributes: Record<string, Attribute>;
  /** By type of event, such as "click". */
  handlers: Record<string, Handler>;
  /** Empty for an element whose inside is somebody else's. */
  children: (Tag | string)[];
  /** Another key makes another element, even for the same tag. */
  key: string | undefined;
}

/** `true` is written out, as ARIA wants it; `false` and nothing take the attribute away. */
export type Attribute = string | number | boolean | null | undefined;

export type Handler = (event: Event) => unknown;

/** Whatever may stand between tags. */
export type Drawable = Tag | string | number | boolean | null | undefined | Drawable[];
