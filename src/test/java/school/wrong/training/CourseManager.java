package school.wrong.training;

class CourseManager {}
