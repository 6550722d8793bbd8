import { shallowReactive } from 'vue';

interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  kind: 'done' | 'failed';
  text: string;
  action?: ToastAction;
  /** Called once when the toast leaves without its action. */
  gone?: () => void;
}

const SECONDS_DONE = 5;
const SECONDS_FAILED = 12;
let lastId = 0;

/** What ToastRegion shows; the newest last. */
export const toasts = shallowReactive<Toast[]>([]);

function take(id: number): Toast | undefined {
  const index = toasts.findIndex((toast) => toast.id === id);
  return index < 0 ? undefined : toasts.splice(index, 1)[0];
}

export function dismissToast(id: number) {
  take(id)?.gone?.();
}

export function runToastAction(id: number) {
  take(id)?.action?.run();
}

function show(toast: Omit<Toast, 'id'>, seconds: number): number {
  const id = ++lastId;
  toasts.push({ id, ...toast });
  setTimeout(() => dismissToast(id), seconds * 1000);
  return id;
}

/** Says that something worked. Returns an id for `dismissToast`. */
export function toastDone(text: string, action?: ToastAction, seconds = SECONDS_DONE): number {
  return show({ kind: 'done', text, ...(action ? { action } : {}) }, seconds);
}

/** Says that something failed and that there is nothing to try again. */
export function toastFailed(text: string) {
  show({ kind: 'failed', text }, SECONDS_FAILED);
}

/** Says that something failed; resolves to true when the person wants to try again. */
export function toastRetry(text: string, label: string): Promise<boolean> {
  return new Promise((resolve) => {
    const action = { label, run: () => resolve(true) };
    show({ kind: 'failed', text, action, gone: () => resolve(false) }, SECONDS_FAILED);
  });
}
