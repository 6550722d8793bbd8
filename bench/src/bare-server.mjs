// What the machine gives at best: node:http, one statement, argon2id, and nothing between them.
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { Algorithm, hash } from '@node-rs/argon2';
import pg from 'pg';

const connections = 10;
const hashing = {
  algorithm: Algorithm.Argon2id,
  ...{ memoryCost: 19_456, timeCost: 2, parallelism: 1 },
};

const listOfUsers = `
  select u.id, u.email, u.first_name, u.last_name, u.state, (
           select coalesce(json_agg(distinct jsonb_build_object('id', r.id, 'name', r.name)), '[]')
             from entity_group_members m
             join group_permissions p on p.tenant_id = m.tenant_id and p.user_group_id = m.group_id
             join roles r on r.tenant_id = p.tenant_id and r.id = p.role_id
            where m.tenant_id = u.tenant_id and m.user_id = u.id) as roles
    from users u where u.tenant_id = $1 and u.authority = 'CUSTOMER_USER'
   order by u.id desc limit 100`;

/** A customer, a user, a group, a member, a permission, a session and an audit entry. */
const insertAll = `
  with a as (insert into bench_rows (text) values ($1)), b as (insert into bench_rows (text) values ($1)),
       c as (insert into bench_rows (text) values ($1)), d as (insert into bench_rows (text) values ($1)),
       e as (insert into bench_rows (text) values ($1)), f as (insert into bench_rows (text) values ($1))
  insert into bench_rows (text) values ($1)`;

let pool;
let tenantId;
let bytes = Buffer.from('{}');

const routes = {
  '/bytes': async () => bytes,
  '/list': async () => {
    const { rows } = await pool.query({ name: 'list', text: listOfUsers, values: [tenantId] });
    return Buffer.from(JSON.stringify({ data: { users: { nodes: rows } } }));
  },
  '/activate': async () => {
    await pool.query({ name: 'insert', text: insertAll, values: ['x'.repeat(100)] });
    return Buffer.from('{}');
  },
};

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    routes[request.url]().then(
      (body) => response.writeHead(200, { 'content-length': body.length }).end(body),
      (error) => response.destroy(error),
    );
  });
});

const answers = {
  async start({ databaseUrl }) {
    pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
    await pool.query('create table if not exists bench_rows (text text not null)');
    const { rows } = await pool.query(`select id from tenants where name = 'Bench'`);
    tenantId = rows[0].id;
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: server.address().port };
  },

  async serve({ text }) {
    bytes = Buffer.from(text, 'base64');
  },

  /** Hashes a second, as many at once as there are cores. */
  async hash({ seconds }) {
    const started = performance.now();
    let count = 0;
    const loop = async () => {
      while (performance.now() - started < seconds * 1_000) {
        await hash(`correct horse battery ${count}`, hashing);
        count += 1;
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, loop));
    return { count, perSecond: count / ((performance.now() - started) / 1_000) };
  },
};

process.on('message', ({ what, ...settings }) => {
  answers[what](settings).then(
    (answer) => process.send(answer ?? {}),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('SIGTERM', () => process.exit(0));
