import { expect, it, vi } from 'vitest';
import { createEditorWindow } from './editor-window.js';

const origin = 'http://localhost:3000';

function makeWindow() {
  const listeners: ((event: object) => void)[] = [];
  const parent = { postMessage: vi.fn() };
  const browser = {
    parent,
    location: { origin },
    addEventListener: (_type: string, listener: (event: object) => void) =>
      void listeners.push(listener),
  } as unknown as Window;
  const receive = (event: object) => listeners.forEach((listener) => listener(event));
  return { editor: createEditorWindow(browser), parent, receive };
}

it('tells the editor on its own host, and nobody else', () => {
  const { editor, parent } = makeWindow();
  editor.tell({ type: 'gatehouse.ready' });
  expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'gatehouse.ready' }, origin);
});

it('hears the editor only', () => {
  const { editor, parent, receive } = makeWindow();
  const heard = vi.fn();
  editor.onMessage(heard);
  const data = { type: 'gatehouse.draft' };
  receive({ source: {}, origin, data });
  receive({ source: parent, origin: 'https://elsewhere.example', data });
  expect(heard).not.toHaveBeenCalled();
  receive({ source: parent, origin, data });
  expect(heard).toHaveBeenCalledExactlyOnceWith(data);
});
