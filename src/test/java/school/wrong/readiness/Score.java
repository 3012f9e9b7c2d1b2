package school.wrong.readiness;

public class Score {}
