import { useI18n } from 'vue-i18n';
import type { Operation, Resource } from '../generated/graphql';
import { useViewer } from './viewer';

interface PermissionChecks {
  can: (resource: Resource, operation: Operation) => boolean;
  /** Undefined when allowed; else the sentence that names the missing permission. */
  missing: (resource: Resource, operation: Operation) => string | undefined;
  /** The same for one entity, by its `viewerCan`. */
  missingOn: (
    entity: { viewerCan: readonly Operation[] },
    resource: Resource,
    operation: Operation,
  ) => string | undefined;
}

/** For `reason` of ActionButton and `missing` of a RowAction. */
export function usePermission(): PermissionChecks {
  const { t } = useI18n();
  const { permissions } = useViewer();

  const sentence = (resource: Resource, operation: Operation) =>
    t('identity.missingPermission', {
      operation: t(`identity.operation.${operation}`),
      resource: t(`identity.resource.${resource}`),
    });

  return {
    can: (resource, operation) => permissions.value.can(resource, operation),
    missing: (resource, operation) =>
      permissions.value.can(resource, operation) ? undefined : sentence(resource, operation),
    missingOn: (entity, resource, operation) =>
      entity.viewerCan.includes(operation) ? undefined : sentence(resource, operation),
  };
}
