package org.pinklang.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled classes of all modules, without their tests, read once for all rules. */
final class ProjectClasses {
  private ProjectClasses() {}

  static JavaClasses all() {
    return Holder.ALL;
  }

  private static final class Holder {
    static final JavaClasses ALL =
        new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.pinklang");
  }
}
