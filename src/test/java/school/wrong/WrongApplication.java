package school.wrong;

import org.springframework.modulith.Modulith;

/** The base of modules that break each rule once, outside of what Spring and Tandem scan. */
@Modulith
public class WrongApplication {}
