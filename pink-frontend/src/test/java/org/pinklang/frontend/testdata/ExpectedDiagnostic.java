package org.pinklang.frontend.testdata;

import org.pinklang.frontend.diagnostic.Diagnostic;

/**
 * A diagnostic that a case says must be reported.
 *
 * @param file logical name of the text
 * @param line where the diagnostic's place begins, from 1
 * @param code its id
 * @param message a part of its message
 */
public record ExpectedDiagnostic(String file, int line, String code, String message) {

  boolean matches(Diagnostic diagnostic, int diagnosticLine) {
    return diagnosticLine == line
        && diagnostic.primary().file().equals(file)
        && diagnostic.code().id().equals(code)
        && diagnostic.message().contains(message);
  }
}
