-- The schools of a district side by side, week by week: read without their departments and grades.

create index week_figure_schools on adoption.week_figure (district_id, indicator, week)
    where group_kind = 'school' and span = 'window';
