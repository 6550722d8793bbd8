import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from './log.js';

it('keeps rows and connections out of what it says about an error', () => {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(casey@household.example) already exists.',
    client: { connectionParameters: { user: 'gatehouse' } },
  });
  createLog('warn', destination).warn({ err: error }, 'lost');
  expect(JSON.parse(lines.join())).toMatchObject({
    msg: 'lost',
    err: { message: 'duplicate key', code: '23505' },
  });
  expect(lines.join()).not.toMatch(/casey|connectionParameters/);
});
