import { fail, ok, type Result } from '../platform/result.js';
import type { InputFaults } from '../platform/input-fault.js';
import type { DashboardContent, DashboardErrorCode } from './dashboard.js';
import { FaultCollector } from './fault-collector.js';
import { parseWidgets } from './parse-widgets.js';
import { settleWidgets } from './settle-widgets.js';
import type { WidgetInput } from './widget.js';

/** Absent keeps, null clears. */
export interface ContentInput {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly widgets?: readonly WidgetInput[] | null;
}

const titleLength = 255;
const descriptionRule = { max: 1_000, multiline: true } as const;

export const blankContent: DashboardContent = { title: '', description: null, widgets: [] };

/** The content after an input; all faults at once. */
export const fillIn = (
  current: DashboardContent,
  input: ContentInput,
): Result<DashboardContent, InputFaults<DashboardErrorCode>> => {
  const faults = new FaultCollector();
  const title = input.title === undefined ? current.title : input.title;
  const description = input.description === undefined ? current.description : input.description;
  const content: DashboardContent = {
    title: faults.requiredText('title', title, titleLength),
    description: faults.text('description', description, descriptionRule),
    widgets:
      input.widgets === undefined
        ? current.widgets
        : settleWidgets(parseWidgets(input.widgets ?? [], faults)),
  };
  return faults.faults.length > 0 ? fail(faults.faults) : ok(content);
};
