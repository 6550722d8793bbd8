import { knexOf } from '../../platform/postgres/database.js';
import type { RegistrationDay, RegistrationDayRepository } from '../registration-days.js';

interface Row {
  date: string;
  registered: string;
  activated: string;
}

/** Counts by the day of a column, of the days since the first one. */
const countsBy = (column: 'submitted_at' | 'activated_at'): string => `
  (select date_trunc('day', ${column} at time zone 'UTC') as day, count(*) as count
     from registrations
    where tenant_id = ? and ${column} >= (?::timestamp at time zone 'UTC')
    group by 1)`;

export const registrationDayRows: RegistrationDayRepository = {
  async between(tx, first, last) {
    const since = [tx.tenantId, first];
    const { rows } = await knexOf(tx).raw<{ rows: Row[] }>(
      `select to_char(d.day, 'YYYY-MM-DD') as date,
              coalesce(registered.count, 0) as registered,
              coalesce(activated.count, 0) as activated
         from generate_series(?::timestamp, ?::timestamp, interval '1 day') as d(day)
         left join ${countsBy('submitted_at')} registered on registered.day = d.day
         left join ${countsBy('activated_at')} activated on activated.day = d.day
        order by d.day`,
      [first, last, ...since, ...since],
    );
    return rows.map(({ date, registered, activated }): RegistrationDay => ({
      date,
      registered: Number(registered),
      activated: Number(activated),
    }));
  },
};
