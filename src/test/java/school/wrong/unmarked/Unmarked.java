package school.wrong.unmarked;

class Unmarked {}
