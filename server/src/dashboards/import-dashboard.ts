import type { Viewer } from '../access/index.js';
import { inputFault, failWith, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { CreateDashboard, NewDashboard } from './create-dashboard.js';
import { readOwnFile } from './dashboard-file.js';
import type { DashboardContent, DashboardErrorCode, DashboardView } from './dashboard.js';
import { note, type FilePlan, type ImportPlan, type PlannedWidget } from './import-plan.js';
import type { ItemReferences } from './item-references.js';
import type { ManageDashboards } from './manage-dashboards.js';
import { blankContent, fillIn } from './parse-content.js';
import { readJsonFile, type FileFault } from './read-json-file.js';
import { filterOf, withFilter, type Widget } from './widget.js';

interface Deps {
  readonly transact: Transact;
  readonly itemReferences: ItemReferences;
  readonly createDashboard: CreateDashboard;
  readonly manageDashboards: Pick<ManageDashboards, 'viewOf'>;
  /** Reads a foreign format; null for a file that has another one. */
  readonly readForeign: (json: unknown) => FilePlan | null;
}

export interface ImportInput extends NewDashboard {
  /** The text of the file. */
  readonly file: string;
  /** Absent: the title that the file has. */
  readonly title?: string | null;
}

type Faults = InputFaults<DashboardErrorCode>;

const atFile = ({ code, message }: FileFault) => failWith(inputFault('file', code, message));

const noDashboard: FileFault = {
  code: 'FILE_NOT_A_DASHBOARD',
  message: 'This JSON file is no dashboard: choose the export of a dashboard.',
};

/** What a file says, checked by the same rules as what people type. */
const readFile = (
  file: string,
  title: string | null,
  readForeign: Deps['readForeign'],
): Result<{ plan: FilePlan; content: DashboardContent }, Faults> => {
  const json = readJsonFile(file);
  if (!json.ok) return atFile(json.failure);
  const own = readOwnFile(json.value);
  if (own && !own.ok) return atFile(own.failure);
  const plan = own?.value ?? readForeign(json.value);
  if (!plan) return atFile(noDashboard);
  const widgets = plan.widgets.flatMap(({ widget }) => widget ?? []);
  const content = fillIn(blankContent, {
    title: title ?? plan.title,
    description: plan.description,
    widgets,
  });
  if (content.ok) return ok({ plan, content: content.value });
  const [first] = content.failure;
  if (title !== null && first?.field[1] === 'title') return content;
  const place = first?.field.slice(1).join('.') ?? '';
  return atFile({
    ...noDashboard,
    message: `The file does not fit at ${place}: ${first?.message}`,
  });
};

/** Takes off what the importer may not see: a file from elsewhere names what does not exist here. */
const keepReadable = (widget: Widget, readable: ReadonlySet<string>): Widget => {
  const filter = filterOf(widget)?.filter;
  if (!filter || filter.ids.every((id) => readable.has(id))) return widget;
  return withFilter(widget, { ...filter, ids: filter.ids.filter((id) => readable.has(id)) });
};

const lostIds = (before: Widget, after: Widget) => {
  const [named, kept] = [before, after].map((one) => filterOf(one)?.filter.ids.length ?? 0);
  if (named === kept) return [];
  const message =
    kept === 0
      ? 'None of the devices or assets that it names exists here: shows all that one may see.'
      : `Shows ${kept} of the ${named} devices or assets that it names: the others do not exist here.`;
  return [note('ITEMS_UNKNOWN', message)];
};

/** What is planned beside what may be stored of it, in the order of the file. */
const zip = (
  planned: readonly PlannedWidget[],
  parsed: readonly Widget[],
  readable: ReadonlySet<string>,
): ImportPlan['widgets'] => {
  const rest = [...parsed];
  return planned.map((one) => {
    const before = one.widget ? rest.shift() : undefined;
    if (!before) return { ...one, widget: null };
    const widget = keepReadable(before, readable);
    return { ...one, widget, notes: [...one.notes, ...lostIds(before, widget)] };
  });
};

/** Files of dashboards, ours and foreign ones: what would become of them, and making it so. */
export const createImportDashboard = (deps: Deps) => {
  const planOf = async (
    tx: Tx,
    viewer: Viewer,
    { file, title }: Pick<ImportInput, 'file' | 'title'>,
  ): Promise<Result<ImportPlan, Faults>> => {
    const read = readFile(file, title ?? null, deps.readForeign);
    if (!read.ok) return read;
    const { plan, content } = read.value;
    const readable = await deps.itemReferences.readable(tx, viewer, content.widgets);
    const widgets = zip(plan.widgets, content.widgets, readable);
    const { description } = content;
    return ok({ title: content.title, description, widgets, notes: plan.notes });
  };

  return {
    /** Writes nothing. */
    preview: (viewer: Viewer, input: { readonly file: string }) =>
      deps.transact(viewer.principal.tenantId, (tx) => planOf(tx, viewer, input)),

    import: (viewer: Viewer, input: ImportInput): Promise<Result<DashboardView, Faults>> =>
      deps.transact(viewer.principal.tenantId, async (tx) => {
        const made = await deps.createDashboard(tx, viewer, input, async () => {
          const plan = await planOf(tx, viewer, input);
          if (!plan.ok) return fail(plan.failure);
          const { title, description, widgets } = plan.value;
          const content = widgets.flatMap(({ widget }) => widget ?? []);
          return ok({ title, description, widgets: content });
        });
        return made.ok ? ok(await deps.manageDashboards.viewOf(tx, viewer, made.value)) : made;
      }),
  };
};

export type ImportDashboard = ReturnType<typeof createImportDashboard>;
