import type { Viewer } from '../access/index.js';
import { inputFault, failWith, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
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

/** More than any dashboard has; every one of them is told of. */
const mostWidgetsOfFile = 2_000;

const tooManyWidgets: FileFault = {
  code: 'FILE_REFUSED',
  message: `The file has more than ${mostWidgetsOfFile.toLocaleString('en')} widgets.`,
};

interface ReadFile {
  readonly plan: FilePlan;
  readonly content: DashboardContent;
}

/** What a file says, checked by the same rules as what people type. */
const readFile = (
  file: string,
  title: string | null,
  readForeign: Deps['readForeign'],
): Result<ReadFile, Faults> => {
  const json = readJsonFile(file);
  if (!json.ok) return atFile(json.failure);
  const own = readOwnFile(json.value);
  if (own && !own.ok) return atFile(own.failure);
  const plan = own?.value ?? readForeign(json.value);
  if (!plan) return atFile(noDashboard);
  if (plan.widgets.length > mostWidgetsOfFile) return atFile(tooManyWidgets);
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
  const { transact, itemReferences, createDashboard, manageDashboards, readForeign } = deps;

  const planOf = async (
    tx: Tx,
    viewer: Viewer,
    { plan, content }: ReadFile,
  ): Promise<ImportPlan> => {
    const { title, description } = content;
    const readable = await itemReferences.readable(tx, viewer, content.widgets);
    const widgets = zip(plan.widgets, content.widgets, readable);
    return { title, description, widgets, notes: plan.notes };
  };

  return {
    /** Writes nothing. */
    preview: async (
      viewer: Viewer,
      { file }: { readonly file: string },
    ): Promise<Result<ImportPlan, Faults>> => {
      // Reading takes its time and needs no transaction.
      const read = readFile(file, null, readForeign);
      if (!read.ok) return read;
      return ok(await transact(viewer.principal.tenantId, (tx) => planOf(tx, viewer, read.value)));
    },

    import: (viewer: Viewer, input: ImportInput): Promise<Result<DashboardView, Faults>> => {
      const read = readFile(input.file, input.title ?? null, readForeign);
      return transact(viewer.principal.tenantId, async (tx) => {
        const made = await createDashboard(tx, viewer, input, async () => {
          if (!read.ok) return read;
          const { title, description, widgets } = await planOf(tx, viewer, read.value);
          return ok({ title, description, widgets: widgets.flatMap(({ widget }) => widget ?? []) });
        });
        return made.ok ? ok(await manageDashboards.viewOf(tx, viewer, made.value)) : made;
      });
    },
  };
};

export type ImportDashboard = ReturnType<typeof createImportDashboard>;
