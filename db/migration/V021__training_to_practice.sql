alter table training.course
    add column trains text not null default 'any',
    add constraint course_trains check (trains in ('any', 'attendance', 'assignments', 'quizzes'));
comment on column training.course.trains is 'What whoever completes it is to do online; any: one of the three';

alter table training.completion
    add column first_on date;
comment on column training.completion.first_on is 'When it was completed first, where completing it again has replaced that day; null: completed_on';
