const TIMEOUT_MS = 15_000;

/** Loads a provider's script; rejects when it fails or takes longer than 15 s. */
export function loadScript(url: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const fail = () => {
      script.remove();
      reject(new Error(`${url.origin} can't be loaded`));
    };
    const timer = setTimeout(fail, TIMEOUT_MS);
    script.addEventListener('error', fail);
    script.addEventListener('load', () => {
      clearTimeout(timer);
      resolve();
    });
    script.src = url.href;
    document.head.append(script);
  });
}
