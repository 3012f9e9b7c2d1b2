-- What adoption was week by week, as it is known now: counted when somebody first looks, forgotten where rows arrive
-- that change it, and kept meanwhile. span 'window': in the days that habits are counted over, up to the day;
-- 'year': at any time of the school year up to the day.
create table adoption.week_figure (
    district_id bigint not null,
    school_id   bigint not null,
    week        date   not null,
    span        text   not null,
    group_kind  text   not null,
    group_key   text   not null,
    indicator   text   not null,
    day         date   not null,
    yes         bigint not null,
    no          bigint not null,
    unknown     bigint not null,
    primary key (district_id, school_id, week, span, group_kind, group_key, indicator),
    constraint week_figure_week check (extract(isodow from week) = 1 and day between week and week + 6),
    constraint week_figure_span check (span in ('window', 'year')),
    constraint week_figure_group check (group_kind in ('school', 'department', 'grade')),
    constraint week_figure_counts check (yes >= 0 and no >= 0 and unknown >= 0)
);
select app_distribute('adoption.week_figure', 'district_id');
alter table adoption.week_figure
    add constraint week_figure_school foreign key (district_id, school_id) references roster.org (district_id, id);
select app_protect('adoption.week_figure', 'select, insert, update, delete');
comment on column adoption.week_figure.week is 'Its Monday';
comment on column adoption.week_figure.day is 'The week''s last school day, or the last one so far, on which it is counted';
