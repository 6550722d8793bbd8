import { afterAll } from 'vitest';

type Close = () => Promise<unknown>;

// On the global object, because a set-up file is loaded anew for each file of tests.
const holder = globalThis as { gatehouseToClose?: Close[] };
const toClose = (holder.gatehouseToClose ??= []);

/** Closes something after the tests of this file: hooks inside of hooks are never called. */
export const atEndOfFile = (close: Close): void => void toClose.push(close);

afterAll(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});
