-- Classes, and the groups that equity gaps are told of, are counted where schools, departments and grades are.
alter table adoption.figure drop constraint figure_group;
alter table adoption.figure
    add constraint figure_group check (group_kind in ('school', 'department', 'grade', 'class', 'device', 'connection', 'newcomer', 'sex', 'race', 'flag'));
-- What is kept lacks them: the next question or night counts anew.
delete from adoption.figure;
create index figure_of_schools on adoption.figure (district_id, school_id) where group_kind = 'school';
