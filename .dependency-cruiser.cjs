/**
 * Who may import whom. `npm run boundaries` checks it, and so does `npm test`.
 *
 * Inside the server: app → slice/{graphql,postgres,…} → slice root → platform. From slice to slice
 * only through its index.ts, and only along the edges below: a new edge is a line to be reviewed.
 */

/** A slice may import the face of these others. Read it from the bottom: what stands on what. */
const SERVER_EDGES = {
  access: ['audit'],
  domains: ['access', 'audit'],
  branding: ['access', 'audit', 'domains'],
  mail: ['access', 'audit', 'domains'],
  identity: ['access', 'audit', 'domains', 'mail'],
  'api-keys': ['access', 'audit', 'domains'],
  inventory: ['access', 'audit'],
  dashboards: ['access', 'audit', 'identity', 'inventory'],
  legal: ['access', 'audit', 'domains', 'identity', 'mail'],
  customers: ['access', 'audit', 'identity', 'inventory'],
  recipients: ['access', 'audit', 'customers', 'identity'],
  notifications: ['access', 'audit', 'domains', 'identity', 'mail', 'recipients'],
  registration: [
    ...['access', 'audit', 'branding', 'captcha', 'customers', 'dashboards', 'domains'],
    ...['identity', 'inventory', 'legal', 'mail', 'notifications', 'recipients'],
  ],
  rollouts: ['access', 'audit', 'customers', 'identity', 'registration'],
  account: ['audit', 'identity'],
  demo: ['access', 'customers', 'dashboards', 'domains', 'identity', 'inventory', 'registration'],
};

/** The same for the console; its app/ puts the slices together and its ui/ belongs to everybody. */
const CLIENT_EDGES = {
  access: ['customers', 'identity'],
  'api-keys': ['access', 'identity'],
  branding: ['identity'],
  customers: ['identity'],
  dashboards: ['access', 'customers', 'identity', 'inventory'],
  domains: ['identity'],
  inventory: ['customers', 'identity'],
  legal: ['identity'],
  mail: ['identity'],
  notifications: ['identity'],
  recipients: ['access', 'customers', 'identity'],
  registration: ['access', 'dashboards', 'domains', 'identity', 'legal', 'mail', 'recipients'],
  tenants: ['domains', 'identity', 'users'],
  users: ['access', 'customers', 'dashboards', 'identity', 'mail'],
};

/** A sub-folder of a slice is named after the one technology that it may import. */
const TECHNOLOGIES = {
  altcha: ['altcha-lib', 'zod'],
  argon2: ['@node-rs/argon2'],
  graphql: ['class-validator', 'dataloader', 'graphql', 'graphql-scalars', 'type-graphql'],
  http: ['express', 'zod'],
  postgres: ['knex', 'pg'],
  queue: ['zod'],
  smtp: ['mailparser', 'nodemailer', 'smtp-server'],
};

/** Folders of the server that are no slices. */
const NO_SLICES = ['app', 'config', 'platform'];

const slice = `(?!(?:${NO_SLICES.join('|')})/)([^/]+)`;
const tests = '\\.(test|fixture)\\.';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'A cycle of imports ends in a class that is undefined at start.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^\\.' },
    },
    {
      name: 'no-commons',
      comment: 'Name a file after what it holds.',
      severity: 'error',
      from: { path: '^(server|client|signup)/' },
      to: {
        path: '^(server|client|signup)/.*/(utils?|helpers?|commons?|types|misc|shared)(/|\\.[a-z]+$)',
      },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { path: '^(server|client)/src/(?!app/)', pathNot: tests },
      to: { path: '^(server|client)/src/app/' },
    },
    {
      name: 'sources-without-tests',
      comment: 'What is shipped needs neither test code nor development packages.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: tests },
      to: { path: `^server/test/|${tests}` },
    },
    {
      name: 'sources-without-development-packages',
      severity: 'error',
      from: { path: '^server/src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-apart',
      comment: 'They share the schema and the password rules; tests may hold one against another.',
      severity: 'error',
      from: { path: '^(server|client|signup)/src/', pathNot: tests },
      to: { path: '^(server|client|signup)/src/', pathNot: '^$1/' },
    },
    {
      name: 'platform-knows-no-product',
      severity: 'error',
      from: { path: '^server/src/(platform|config)/', pathNot: tests },
      to: { path: '^server/src/', pathNot: '^server/src/($1|platform)/' },
    },
    {
      name: 'slice-root-without-technology',
      comment: 'Rules and use cases know neither GraphQL nor SQL; index.ts puts them together.',
      severity: 'error',
      from: {
        path: `^server/src/${slice}/[^/]+$`,
        pathNot: [tests, '/index\\.ts$'],
      },
      to: { path: '^server/src/$1/[^/]+/|^node_modules/' },
    },
    {
      name: 'technologies-apart',
      comment: 'A sub-folder imports from the root of its slice, not from the folder beside it.',
      severity: 'error',
      from: { path: `^server/src/${slice}/([^/]+)/`, pathNot: tests },
      to: { path: '^server/src/$1/[^/]+/', pathNot: '^server/src/$1/$2/' },
    },
    {
      name: 'no-way-around-the-face',
      comment: 'Import another slice through its index.ts.',
      severity: 'error',
      from: { path: `^(?:server|client)/src/(?!app/|config/|platform/)([^/]+)/`, pathNot: tests },
      to: {
        path: '^(server|client)/src/[^/]+/',
        pathNot: [
          ...['^(server|client)/src/$1/', '^(server|client)/src/[^/]+/index\\.ts$'],
          ...['^server/src/(platform|config)/', '^client/src/(ui|generated)/'],
        ],
      },
    },
    ...edgeRules('server', SERVER_EDGES, ['config', 'platform']),
    ...edgeRules('client', CLIENT_EDGES, ['ui', 'generated']),
    ...Object.entries(TECHNOLOGIES).map(([folder, packages]) => ({
      name: `only-${folder}`,
      comment: `Packages that ${folder}/ of a slice may import.`,
      severity: 'error',
      from: { path: `^server/src/${slice}/${folder}/`, pathNot: tests },
      to: { path: '^node_modules/', pathNot: packagePaths(packages) },
    })),
    {
      name: 'console-ui-knows-no-slice',
      severity: 'error',
      from: { path: '^client/src/ui/' },
      to: { path: '^client/src/', pathNot: '^client/src/(ui|generated)/' },
    },
    {
      name: 'only-rich-text-editor-imports-quill',
      severity: 'error',
      from: { path: '^client/src/', pathNot: '/RichTextEditor\\.vue$' },
      to: { path: packagePaths(['quill']) },
    },
  ],
  required: [
    {
      name: 'components-are-read',
      comment: 'Fails when .vue files are no longer understood, and all rules with them.',
      severity: 'error',
      module: { path: '^client/src/app/AppRoot\\.vue$' },
      to: { path: '^client/src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|test-results)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.vue', '.js', '.mjs', '.json'],
    },
  },
};

/** Refuses every import between two slices that is not in the list. */
function edgeRules(packageName, edges, free) {
  refuseCycles(edges);
  const base = `^${packageName}/src/`;
  const listed = Object.keys(edges);
  const mayImport = (name, others) => ({
    name: `${packageName}-edges-of-${name}`,
    comment: `An import that is right goes into the list in .dependency-cruiser.cjs.`,
    severity: 'error',
    from: { path: `${base}${name}/`, pathNot: tests },
    to: { path: `${base}[^/]+/`, pathNot: `${base}(${[...others, ...free].join('|')})/` },
  });
  return [
    ...listed.map((name) => mayImport(name, [name, ...edges[name]])),
    mayImport(`(?!(?:${[...listed, ...NO_SLICES, ...free].join('|')})/)([^/]+)`, ['$1']),
  ].map((rule, index) =>
    index < listed.length ? rule : { ...rule, name: `${packageName}-edges` },
  );
}

function refuseCycles(edges, path = []) {
  const names = path.length === 0 ? Object.keys(edges) : (edges[path.at(-1)] ?? []);
  for (const name of names) {
    if (path.includes(name)) throw new Error(`Slices in a circle: ${[...path, name].join(' → ')}`);
    refuseCycles(edges, [...path, name]);
  }
}

/** pnpm keeps a package at node_modules/.pnpm/<name>@<version>/node_modules/<name>. */
function packagePaths(names) {
  return `(^|/)node_modules/(${names.join('|')})(/|$)`;
}
