-- What each source brought of a school within the window of a day, so that a look at the sources reads no hand-ins:
-- counted when somebody first looks, forgotten where a school's figures are counted anew.
create table adoption.source_figure (
    district_id bigint not null,
    school_id   bigint not null,
    source      text   not null,
    day         date   not null,
    work        bigint not null,
    hand_ins    bigint not null,
    person_days bigint not null,
    students    bigint not null,
    seen_on     date[] not null,
    primary key (district_id, school_id, source),
    constraint source_figure_counts check (work >= 0 and hand_ins >= 0 and person_days >= 0 and students >= 0)
);
select app_distribute('adoption.source_figure', 'district_id');
alter table adoption.source_figure
    add constraint source_figure_school foreign key (district_id, school_id) references roster.org (district_id, id);
select app_protect('adoption.source_figure', 'select, insert, update, delete');
comment on column adoption.source_figure.person_days is 'Days of people that it tells without naming the work';
comment on column adoption.source_figure.seen_on is 'The days on which it saw any student';

-- The same of all sources together; that it is there says that the school's sources are counted.
create table adoption.sources_together (
    district_id   bigint not null,
    school_id     bigint not null,
    day           date   not null,
    seen_by_many  bigint not null,
    disagreed     bigint not null,
    seen_on       date[] not null,
    primary key (district_id, school_id),
    constraint sources_together_counts check (seen_by_many >= 0 and disagreed >= 0)
);
select app_distribute('adoption.sources_together', 'district_id');
alter table adoption.sources_together
    add constraint sources_together_school foreign key (district_id, school_id) references roster.org (district_id, id);
select app_protect('adoption.sources_together', 'select, insert, update, delete');
comment on column adoption.sources_together.seen_by_many is 'Students whom more than one source saw';
comment on column adoption.sources_together.disagreed is
    'Students of whom one source has a hand-in in a class where another that covers this class has none';
