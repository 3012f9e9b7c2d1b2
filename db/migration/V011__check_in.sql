create table training.check_in (
    district_id bigint not null,
    session_id  bigint not null,
    secret      bytea  not null,
    primary key (district_id, session_id),
    constraint check_in_secret check (length(secret) = 32)
);
select app_distribute('training.check_in', 'district_id');
alter table training.check_in
    add constraint check_in_session foreign key (district_id, session_id) references training.session (district_id, id);
select app_protect('training.check_in', 'select, insert, update, delete');
comment on table training.check_in is 'Sessions whose code was shown, and what the code is made from';

create table training.phone (
    district_id  bigint      not null,
    token_hash   text        not null,
    school_id    bigint      not null,
    session_id   bigint      not null,
    email        text        not null,
    person_id    bigint,
    scanned_at   timestamptz not null,
    via          text        not null,
    asked_at     timestamptz not null,
    confirmed_by bigint,
    confirmed_at timestamptz,
    primary key (district_id, token_hash),
    constraint phone_via check (via in ('scan', 'code')),
    constraint phone_confirmed check (confirmed_at is null or person_id is not null)
);
select app_distribute('training.phone', 'district_id');
alter table training.phone
    add constraint phone_school foreign key (district_id, school_id) references roster.org (district_id, id),
    add constraint phone_session foreign key (district_id, session_id) references training.session (district_id, id),
    add constraint phone_person foreign key (district_id, person_id) references roster.person (district_id, id);
create index phone_by_session on training.phone (district_id, session_id) where confirmed_at is null;
create index phone_by_person on training.phone (district_id, person_id);
select app_protect('training.phone', 'select, insert, update, delete');
comment on table training.phone is 'Phones of staff who check in without an account, remembered once a trainer has confirmed the name';
comment on column training.phone.token_hash is 'SHA-256, in hexadecimal, of what the phone keeps; the phone alone has that itself';
comment on column training.phone.session_id is 'Where it asked to be remembered';
comment on column training.phone.person_id is 'Null: nobody of the school has this address';
comment on column training.phone.scanned_at is 'When it scanned the code there: the moment to be recorded once it is confirmed';

alter table training.attendance add column sent_later boolean not null default false;
comment on column training.attendance.sent_later is 'The phone had no network when its holder checked in, and said so later';
