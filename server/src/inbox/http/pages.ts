import type { CaughtMail } from '../caught-mail.js';
import { linkedText } from './linked-text.js';
import { html, type Markup } from './markup.js';

/** All mails, the newest first. */
export const listPage = (mails: readonly CaughtMail[]): string =>
  page(
    'Inbox',
    html`
      <header>
        <h1>Inbox</h1>
        <p class="quiet">Mail that this demo sends ends here and nowhere else.</p>
      </header>
      ${mails.length === 0 ? emptyList : listOf(mails)}
    `,
  );

const emptyList = html`<p class="empty">No mail yet. It appears here as soon as it is sent.</p>`;

const listOf = (mails: readonly CaughtMail[]): Markup => html`
  <ol class="mails">
    ${mails.map(
      (mail) =>
        html`<li>
          <a href="/mails/${mail.id}">
            <span class="subject">${subjectOf(mail)}</span>
            <span class="quiet">To ${mail.to}</span>
            ${timeOf(mail)}
          </a>
        </li>`,
    )}
  </ol>
  <form method="post" action="/delete-all"><button>Delete all</button></form>
`;

/** One mail: its HTML in a frame that can run nothing, and its plain text. */
export const mailPage = (mail: CaughtMail): string =>
  page(
    subjectOf(mail),
    html`
      <nav><a href="/">All mails</a></nav>
      <header>
        <h1>${subjectOf(mail)}</h1>
        <dl>
          <dt>From</dt>
          <dd>${mail.from}</dd>
          <dt>To</dt>
          <dd>${mail.to}</dd>
          <dt>Caught</dt>
          <dd>${timeOf(mail)}</dd>
        </dl>
      </header>
      ${mail.html === null ? [] : frameOf(mail)}
      <section aria-labelledby="text">
        <h2 id="text">Plain text</h2>
        <pre>${linkedText(mail.text)}</pre>
      </section>
    `,
  );

const frameOf = (mail: CaughtMail): Markup => html`
  <section aria-labelledby="html">
    <h2 id="html">As the recipient sees it</h2>
    <iframe
      title="${subjectOf(mail)}"
      src="/mails/${mail.id}/html"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>
  </section>
`;

export const notFoundPage = (): string =>
  page(
    'Not here',
    html`<header><h1>This mail is not here any more.</h1></header>
      <p><a href="/">All mails</a></p>`,
  );

const subjectOf = ({ subject }: CaughtMail): string => subject || '(no subject)';

const timeOf = ({ date }: CaughtMail): Markup =>
  html`<time datetime="${date}">${date.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>`;

const page = (title: string, body: Markup): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Gatehouse inbox</title>
        <link rel="stylesheet" href="/style.css" />
        <script src="/refresh.js" defer></script>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.source;
