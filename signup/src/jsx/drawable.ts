/** One tag of a tree, with everything that it should have on the page. */
export interface Tag {
  tag: string;
  attributes: Record<string, unknown>;
  /** Empty for an element whose inside is somebody else's. */
  children: (Tag | string)[];
  /** Another key makes another element, even for the same tag. */
  key: string | undefined;
}

/** Whatever may stand between tags. */
export type Drawable = Tag | string | number | boolean | null | undefined | Drawable[];
