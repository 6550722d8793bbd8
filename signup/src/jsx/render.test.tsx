import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Drawable } from './drawable.js';
import { FakeElement, FakeText } from './fake-dom.js';
import { render } from './render.js';

beforeAll(() => {
  vi.stubGlobal('Text', FakeText);
  vi.stubGlobal('document', {
    createTextNode: (text: string) => new FakeText(text),
    createElementNS: (_: string, tag: string) => new FakeElement(tag),
  });
});
afterAll(() => vi.unstubAllGlobals());

function makePage() {
  const root = new FakeElement('root');
  return {
    root,
    draw: (drawable: Drawable) => {
      render(drawable, root as unknown as Element);
      return root.children.join('');
    },
  };
}

it('draws tags, components, lists and texts, and nothing for what is left out', () => {
  const Greeting = ({ name, children }: { name: string; children?: Drawable }) => (
    <p class="greeting">
      Hello {name}
      {children}
    </p>
  );
  const { draw } = makePage();
  const drawn = draw(
    <>
      <Greeting name="Anna">
        {['a', 'b'].map((text) => (
          <b>{text}</b>
        ))}
      </Greeting>
      {false}
      {null}
      {3}
    </>,
  );
  expect(drawn).toBe('<p class="greeting">Hello Anna<b>a</b><b>b</b></p>3');
});

it('keeps elements that stay, whatever appears before them', () => {
  const { root, draw } = makePage();
  const page = (fault: string | null) => (
    <form>
      {fault && <p>{fault}</p>}
      <input id="email" />
    </form>
  );
  draw(page(null));
  const input = (root.children[0] as FakeElement).children[1];
  draw(page('wrong'));
  expect((root.children[0] as FakeElement).children[1]).toBe(input);
  expect(draw(page(null))).toBe('<form><input id="email"></input></form>');
});

it('makes a new element for another tag or key', () => {
  const { root, draw } = makePage();
  draw(<main key="form">a</main>);
  const [first] = root.children;
  draw(<main key="form">b</main>);
  expect(root.children[0]).toBe(first);
  draw(<main key="mail">b</main>);
  expect(root.children[0]).not.toBe(first);
  expect(draw(<div>b</div>)).toBe('<div>b</div>');
});

it('sets, changes and removes attributes', () => {
  const { draw } = makePage();
  expect(draw(<a href="/a" hidden aria-busy={true} />)).toBe(
    '<a href="/a" hidden="true" aria-busy="true"></a>',
  );
  expect(draw(<a href="/b" aria-busy={false} tabindex={-1} />)).toBe(
    '<a href="/b" tabindex="-1"></a>',
  );
});

it('never touches a value that is right, so that the caret stays', () => {
  const { root, draw } = makePage();
  draw(<input value="a" />);
  const input = root.children[0] as FakeElement;
  const set = vi.fn();
  Object.defineProperty(input, 'value', { get: () => 'ab', set });
  draw(<input value="ab" />);
  expect(set).not.toHaveBeenCalled();
  draw(<input value="" />);
  expect(set).toHaveBeenCalledExactlyOnceWith('');
});

it('calls the handler of the last drawing, once', () => {
  const { root, draw } = makePage();
  const [first, second] = [vi.fn(), vi.fn()];
  draw(<button onClick={first} />);
  draw(<button onClick={second} />);
  (root.children[0] as FakeElement).dispatch('click');
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  draw(<button />);
  (root.children[0] as FakeElement).dispatch('click');
  expect(second).toHaveBeenCalledOnce();
});

it('leaves alone what others put into an element drawn empty', () => {
  const { root, draw } = makePage();
  draw(<div id="slot" />);
  (root.children[0] as FakeElement).append(new FakeText('a widget'));
  expect(draw(<div id="slot" />)).toBe('<div id="slot">a widget</div>');
});
