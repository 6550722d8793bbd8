/** The look of the inbox, for light and dark and from 320 px on. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f5f6f8, #14171c);
  --surface: light-dark(#fff, #1d2128);
  --line: light-dark(#dde1e7, #323842);
  --ink: light-dark(#1b2430, #e8ebf0);
  --quiet: light-dark(#566173, #a3adbb);
  --accent: light-dark(#1f5fbf, #8ab8ff);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: clamp(1rem, 4vw, 2.5rem) 1rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: .875rem; font-weight: 600; color: var(--quiet); }
p { margin: .25rem 0 0; }
a { color: var(--accent); overflow-wrap: anywhere; }
a:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav { margin-bottom: 1rem; }
.quiet, time { color: var(--quiet); font-size: .875rem; }
.empty { margin-top: 2rem; padding: 2.5rem 1rem; text-align: center; color: var(--quiet);
  border: 1px dashed var(--line); border-radius: .75rem; }
.mails { margin: 1.5rem 0; padding: 0; list-style: none; overflow: hidden;
  background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 1rem;
  color: inherit; text-decoration: none; }
.mails a:hover .subject { text-decoration: underline; }
.mails a:focus-visible { outline-offset: -2px; }
.subject { grid-column: 1 / -1; font-weight: 600; }
@media (max-width: 30rem) { .mails a { grid-template-columns: 1fr; } }
button { min-height: 2.75rem; padding: 0 1rem; font: inherit; color: var(--ink); cursor: pointer;
  background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; }
button:hover { border-color: var(--quiet); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem 1rem; margin: .75rem 0 0;
  font-size: .875rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 70vh; background: #fff;
  border: 1px solid var(--line); border-radius: .75rem; color-scheme: light; }
pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font: .875rem/1.6 ui-monospace, 'Cascadia Mono', Menlo, monospace;
  background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; }
`;

/** Shows new mail in the list without a press on reload. */
export const REFRESH_SCRIPT = `
if (location.pathname === '/') {
  const read = async () => (await (await fetch('/messages.json')).json())[0]?.id;
  const shown = document.querySelector('.mails a')?.pathname.split('/').at(-1);
  setInterval(async () => {
    if (document.hidden) return;
    if ((await read().catch(() => shown)) !== shown) location.reload();
  }, 2000);
}
`;
