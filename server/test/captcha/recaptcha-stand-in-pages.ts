/**
 * The browser's side: as much of `grecaptcha` as sign-up pages use, with a frame of its own for
 * the checkbox and a request of its own for version 3, so that a wrong CSP breaks it like the real one.
 */
export const recaptchaScript = (score: number): string => `
'use strict';
(() => {
  const script = new URL(document.currentScript.src);
  const siteKeyOfPage = script.searchParams.get('render');
  const widgets = [];
  const newToken = (score, action) =>
    ['ok', score, action, location.hostname, crypto.randomUUID()].join(':');

  const showCheckbox = (widget) => {
    widget.response = '';
    const source = new URL('api2/anchor', script);
    source.searchParams.set('co', location.origin);
    widget.frame = document.createElement('iframe');
    widget.frame.title = 'reCAPTCHA';
    widget.frame.width = '304';
    widget.frame.height = '78';
    widget.frame.src = source.href;
    widget.container.replaceChildren(widget.frame);
  };

  addEventListener('message', (event) => {
    const widget = widgets.find(({ frame }) => frame.contentWindow === event.source);
    if (!widget || event.origin !== script.origin) return;
    widget.response = newToken('-', '-');
    widget.params.callback?.(widget.response);
  });

  globalThis.grecaptcha = {
    ready: (callback) => queueMicrotask(callback),
    render(container, params) {
      if (!params.sitekey) throw new Error('Missing required parameters: sitekey');
      const element = typeof container === 'string' ? document.getElementById(container) : container;
      if (element.hasChildNodes()) throw new Error('reCAPTCHA placeholder element must be empty');
      const widget = { container: element, params };
      showCheckbox(widget);
      return widgets.push(widget) - 1;
    },
    reset: (id = 0) => showCheckbox(widgets[id]),
    getResponse: (id = 0) => widgets[id].response,
    async execute(siteKey, { action }) {
      if (siteKey !== siteKeyOfPage) throw new Error('Invalid site key or not loaded in api.js');
      await fetch(new URL('api2/reload', script), { method: 'POST', mode: 'no-cors' });
      return newToken(${score}, action);
    },
  };

  const onload = script.searchParams.get('onload');
  if (onload) globalThis[onload]();
})();
`;

/** What stands in the frame of version 2. */
export const checkboxPage = `<!doctype html>
<html lang="en">
<title>reCAPTCHA</title>
<label><input id="box" type="checkbox"> I'm not a robot</label>
<script>
  const box = document.getElementById('box');
  box.addEventListener('change', () => {
    box.disabled = true;
    parent.postMessage('solved', new URLSearchParams(location.search).get('co'));
  });
</script>
`;
