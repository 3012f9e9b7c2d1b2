package school.tandem.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The product's classes and those that break each rule, read once for all tests. */
final class Imported {

    static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("school.tandem");

    static final JavaClasses WRONG = new ClassFileImporter().importPackages("school.wrong");

    private Imported() {}
}
