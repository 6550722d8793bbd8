import { knexOf } from '../../platform/postgres/database.js';
import type { RegistrationsByDay } from '../registrations-over-time.js';

interface Row {
  date: Date;
  registered: number;
  activated: number;
}

export const registrationsByDayRows: RegistrationsByDay = {
  async count(tx, first, last) {
    const { rows } = await knexOf(tx).raw<{ rows: Row[] }>(
      `with counted as (
         select date_trunc('day', happened.at, 'UTC') as date,
                count(*) filter (where happened.first)::int as registered,
                count(*) filter (where not happened.first)::int as activated
           from (select submitted_at as at, true as first from registrations
                  where tenant_id = :tenant and submitted_at >= :first
                 union all
                 select activated_at, false from registrations
                  where tenant_id = :tenant and activated_at >= :first) as happened
          group by 1)
       select day as date, coalesce(registered, 0) as registered, coalesce(activated, 0) as activated
         from generate_series(:first::timestamptz, :last::timestamptz, interval '24 hours') as day
         left join counted on counted.date = day
        order by day`,
      { tenant: tx.tenantId, first, last },
    );
    return rows;
  },
};
