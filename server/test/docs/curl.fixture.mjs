// As much of curl as docs/api.md uses, for machines without it: every host is this one, and cookies
// are kept by host in the file of -c.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ silent: { type: 'boolean', short: 's' }, 'show-error': { type: 'boolean', short: 'S' } },
    ...{ header: { type: 'string', short: 'H', multiple: true } },
    ...{ data: { type: 'string', short: 'd' } },
    ...{ cookie: { type: 'string', short: 'b' }, 'cookie-jar': { type: 'string', short: 'c' } },
  },
});
const url = new URL(positionals[0]);
const jar = values['cookie-jar'];
const cookies = jar && existsSync(jar) ? JSON.parse(readFileSync(jar, 'utf8')) : {};
const ours = (cookies[url.host] ??= {});
const cookie = Object.entries(ours).map((pair) => pair.join('='));
const headers = (values.header ?? []).map((line) => line.split(/: (.*)/s).slice(0, 2));
const body = values.data === '@-' ? readFileSync(0) : values.data;

request(
  {
    ...{ host: '127.0.0.1', port: url.port, path: url.pathname },
    method: body ? 'POST' : 'GET',
    headers: {
      host: url.host,
      ...Object.fromEntries(headers),
      ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
    },
  },
  (response) => {
    for (const line of response.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      ours[name] = value;
    }
    if (jar) writeFileSync(jar, JSON.stringify(cookies));
    response.pipe(process.stdout);
  },
).end(body);
