import type { Browser } from '../harness/app.js';

export interface Widget {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly table: { filter: { ids: string[]; types: string[] }; actions: string[] } | null;
  readonly text: { html: string } | null;
}

export interface Dashboard {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly revision: number;
  readonly widgetCount: number;
  readonly widgets: readonly Widget[];
  readonly viewerCan: readonly string[];
}

export interface Saved {
  readonly dashboard: Dashboard | null;
  readonly userErrors: readonly { field: string[]; code: string; message: string }[];
}

const filter = 'filter { entity types nameStartsWith ids followsSelection }';
const widgetFields = `
  id kind title column row width height
  table { ${filter} columns { source attribute title } pageSize sort { field direction } search actions }
  counter { ${filter} label } text { html } placeholder { originalType reason }
  chart { kind subject ${filter} attribute days }`;
const fields = `id title description revision widgetCount viewerCan widgets { ${widgetFields} }`;
const outcome = `{ dashboard { ${fields} } userErrors { field code message } }`;

type Input = Record<string, unknown>;

const save =
  (operation: string, type: string) =>
  async (by: Browser, input: Input): Promise<Saved> => {
    const query = `mutation ($input: ${type}!) { ${operation}(input: $input) ${outcome} }`;
    const { [operation]: saved } = await by.data<Record<string, Saved>>(query, { input });
    return saved ?? { dashboard: null, userErrors: [] };
  };

export const create = save('createDashboard', 'CreateDashboardInput');
export const importFile = save('importDashboard', 'ImportDashboardInput');

export const update = async (by: Browser, id: string, input: Input): Promise<Saved> => {
  const query = `mutation ($id: ID!, $input: UpdateDashboardInput!) {
    updateDashboard(id: $id, input: $input) ${outcome} }`;
  return (await by.data<{ updateDashboard: Saved }>(query, { id, input })).updateDashboard;
};

/** A dashboard that is there; throws where it was refused. */
export const made = ({ dashboard, userErrors }: Saved): Dashboard => {
  if (!dashboard) throw new Error(`The dashboard was refused: ${JSON.stringify(userErrors)}`);
  return dashboard;
};

/** `field CODE` of each fault, the field without `input`. */
export const faultsOf = ({ userErrors }: Pick<Saved, 'userErrors'>): string[] =>
  userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`);

export const remove = async (by: Browser, id: string) => {
  const query = `mutation ($id: ID!) {
    deleteDashboard(id: $id) { deletedId userErrors { field code message } } }`;
  const { deleteDashboard } = await by.data<{
    deleteDashboard: { deletedId: string | null } & Pick<Saved, 'userErrors'>;
  }>(query, { id });
  return deleteDashboard;
};

export const find = async (by: Browser, id: string): Promise<Dashboard> => {
  const query = `query ($id: ID!) { dashboard(id: $id) { ${fields} } }`;
  return (await by.data<{ dashboard: Dashboard }>(query, { id })).dashboard;
};

/** Titles of a list. */
export const titlesOf = async (by: Browser, filterBy: Input = {}, sort?: Input) => {
  const query = `query ($filter: DashboardFilter, $sort: DashboardSort) {
    dashboards(filter: $filter, sort: $sort) { items { title } totalCount } }`;
  const { dashboards } = await by.data<{
    dashboards: { items: { title: string }[]; totalCount: number };
  }>(query, { filter: filterBy, sort });
  return dashboards.items.map(({ title }) => title);
};

/** The code of the error that a call ends with; null when it is answered. */
export const refusalOf = async (
  by: Browser,
  query: string,
  variables: Input,
): Promise<string | null> =>
  (await by.graphql(query, variables)).errors[0]?.extensions.code ?? null;

const place = { column: 0, row: 0, width: 12, height: 6 };

export const tableWidget = (table: Input = {}, widget: Input = {}) => ({
  ...place,
  title: 'Devices',
  table: {
    filter: { entity: 'DEVICE' },
    columns: [{ source: 'NAME' }, { source: 'ATTRIBUTE', attribute: 'serial' }],
    actions: ['ADD', 'EDIT', 'DELETE'],
    ...table,
  },
  ...widget,
});

export const textWidget = (html: string) => ({ ...place, row: 6, text: { html } });
