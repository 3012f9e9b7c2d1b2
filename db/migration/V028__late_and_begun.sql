-- Some sources say themselves that a hand-in was late, or that a student has begun and not handed in yet.
alter table adoption.submission add column late boolean;
alter table adoption.submission_before add column late boolean;
comment on column adoption.submission.late is 'What the source says of it; null: nothing, then the days of handing in and of being due tell';
alter table adoption.submission drop constraint submission_status;
alter table adoption.submission
    add constraint submission_status check (status in ('handed_in', 'begun', 'not_handed_in', 'exempt', 'unknown'));
comment on column adoption.submission.handed_in_on is 'The local date of the hand-in, or on which a student was seen to have begun; null: neither, or on a day unknown';
