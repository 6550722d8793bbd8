/** As much of a document as `render` touches, for tests that need no browser. */
export abstract class FakeNode {
  parent: FakeElement | null = null;

  abstract toString(): string;

  remove() {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }

  replaceWith(node: FakeNode) {
    const { parent } = this;
    parent?.children.splice(parent.children.indexOf(this), 1, node);
    node.parent = parent;
    this.parent = null;
  }
}

export class FakeText extends FakeNode {
  constructor(public data: string) {
    super();
  }

  override toString() {
    return this.data;
  }
}

export class FakeElement extends FakeNode {
  value = '';
  readonly children: FakeNode[] = [];
  readonly attributes = new Map<string, string>();
  readonly listeners = new Map<string, Set<(event: object) => void>>();

  constructor(readonly tag: string) {
    super();
  }

  get childNodes() {
    return this.children;
  }

  get lastChild() {
    return this.children.at(-1);
  }

  append(node: FakeNode) {
    node.parent = this;
    this.children.push(node);
  }

  getAttribute(name: string) {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: string) {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string) {
    this.attributes.delete(name);
  }

  addEventListener(type: string, listener: (event: object) => void) {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  }

  dispatch(type: string) {
    for (const listener of this.listeners.get(type) ?? []) listener({ type, currentTarget: this });
  }

  override toString(): string {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
    return `<${this.tag}${attributes}>${this.children.map(String).join('')}</${this.tag}>`;
  }
}
