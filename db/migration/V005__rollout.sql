create schema rollout;
grant usage on schema rollout to ${app_role};

create table rollout.checklist (
    district_id bigint      not null,
    plan_id     bigint      not null,
    template    text        not null,
    started_at  timestamptz not null,
    primary key (district_id, plan_id)
);
select app_distribute('rollout.checklist', 'district_id');
alter table rollout.checklist
    add constraint checklist_plan foreign key (district_id, plan_id) references roster.plan (district_id, id);
select app_protect('rollout.checklist', 'select, insert, update, delete');

create table rollout.item (
    district_id      bigint  not null,
    id               bigint generated always as identity,
    plan_id          bigint  not null,
    phase            text    not null,
    position         int     not null,
    title            text    not null,
    note             text    not null default '',
    owner            text    not null default '',
    days_before_move int     not null,
    weight           int     not null default 1,
    likely_hours     numeric(6, 1) not null default 1,
    gate             boolean not null default false,
    after_move       boolean not null default false,
    state            text    not null default 'open',
    state_reason     text    not null default '',
    changed_at       timestamptz not null,
    changed_by       bigint,
    version          int     not null default 0,
    primary key (district_id, id),
    constraint item_phase check (phase in ('prepare', 'train', 'switch', 'after')),
    constraint item_state check (state in ('open', 'under_way', 'blocked', 'done')),
    constraint item_weight check (weight between 1 and 10),
    constraint item_title_not_blank check (btrim(title) <> ''),
    constraint item_gate_is_before check (not (gate and after_move))
);
select app_distribute('rollout.item', 'district_id');
alter table rollout.item
    add constraint item_checklist foreign key (district_id, plan_id) references rollout.checklist (district_id, plan_id);
create index item_by_plan on rollout.item (district_id, plan_id, position, id);
select app_protect('rollout.item', 'select, insert, update, delete');
comment on column rollout.item.days_before_move is 'School days before the move that it is due; negative: after the move';

-- Every change of state, so that the checklist of any past day can be told.
create table rollout.item_state (
    district_id bigint      not null,
    item_id     bigint      not null,
    at          timestamptz not null,
    state       text        not null,
    primary key (district_id, item_id, at)
);
select app_distribute('rollout.item_state', 'district_id');
alter table rollout.item_state
    add constraint item_state_item foreign key (district_id, item_id) references rollout.item (district_id, id);
select app_protect('rollout.item_state', 'select, insert, update, delete');

create table rollout.rehearsal (
    district_id bigint  not null,
    plan_id     bigint  not null,
    held_on     date    not null,
    passed      boolean not null,
    note        text    not null default '',
    primary key (district_id, plan_id, held_on)
);
select app_distribute('rollout.rehearsal', 'district_id');
alter table rollout.rehearsal
    add constraint rehearsal_plan foreign key (district_id, plan_id) references roster.plan (district_id, id);
select app_protect('rollout.rehearsal', 'select, insert, update, delete');
