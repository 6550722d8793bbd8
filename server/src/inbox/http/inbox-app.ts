import express, { type Express, type RequestHandler } from 'express';
import { isLoopbackAddress, isLoopbackHost } from '../loopback.js';
import type { MailStore } from '../mail-store.js';
import { REFRESH_SCRIPT, STYLE } from './assets.js';
import { MAIL_POLICY, toMailDocument } from './mail-document.js';
import { listPage, mailPage, notFoundPage } from './pages.js';

const PAGE_POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ');

/** The web side of the inbox. */
export const createInboxApp = (mails: MailStore): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyThisMachine, securityHeaders);
  app.get('/', (_request, response) => response.send(listPage(mails.list())));
  app.get('/style.css', (_request, response) => response.type('css').send(STYLE));
  app.get('/refresh.js', (_request, response) => response.type('js').send(REFRESH_SCRIPT));
  app.get('/messages.json', (_request, response) =>
    response.json(
      mails
        .list()
        .map(({ id, to, subject, date, text, html }) => ({ id, to, subject, date, text, html })),
    ),
  );
  app.get('/mails/:id', (request, response, next) => {
    const mail = mails.find(request.params.id);
    return mail ? response.send(mailPage(mail)) : next();
  });
  app.get('/mails/:id/html', (request, response, next) => {
    const html = mails.find(request.params.id)?.html;
    if (typeof html !== 'string') return next();
    response.set('content-security-policy', MAIL_POLICY).send(toMailDocument(html));
  });
  app.post('/delete-all', onlyOwnPages, async (_request, response) => {
    await mails.deleteAll();
    response.redirect(303, '/');
  });
  app.use((_request, response) => response.status(404).send(notFoundPage()));
  return app;
};

const onlyThisMachine: RequestHandler = ({ socket, headers }, response, next) => {
  if (isLoopbackAddress(socket.remoteAddress) && isLoopbackHost(headers.host)) return next();
  response.status(403).type('txt').send('The inbox is only for browsers on this machine.\n');
};

const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'cache-control': 'no-store',
    'content-security-policy': PAGE_POLICY,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  next();
};

const onlyOwnPages: RequestHandler = ({ headers }, response, next) => {
  if (headers.origin === `http://${headers.host ?? ''}`) return next();
  response.status(403).type('txt').send('Only the inbox itself may delete its mails.\n');
};
