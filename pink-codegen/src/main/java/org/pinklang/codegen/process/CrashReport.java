package org.pinklang.codegen.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pinklang.codegen.PinkBackendException;

/**
 * What is left of a job that failed: a folder that only this user can read, with the job and what
 * the child said.
 */
final class CrashReport {
  private static final String PREFIX = "pink-crash-";
  private static final String JOB_FILE = "module.pinkjob";
  private static final String TEXT_FILE = "report.txt";

  private CrashReport() {}

  /**
   * Writes the folder, and says in the exception where it is.
   *
   * @param parent where the folder is made; empty for the one for temporary files
   * @param failure what happened, as a sentence
   * @param said what the child said on standard error
   */
  static PinkBackendException of(
      Reproducer reproducer, String failure, String said, Optional<Path> parent) {
    try {
      Path folder =
          parent.isPresent()
              ? Files.createTempDirectory(parent.get(), PREFIX)
              : Files.createTempDirectory(PREFIX);
      Files.writeString(folder.resolve(TEXT_FILE), failure + "\n\n" + said);
      Path file = folder.resolve(JOB_FILE);
      reproducer.write(file);
      return new PinkBackendException(
          failure
              + ". What it was given is in "
              + file
              + " and can be run again with `pink reproduce`; what it said is in "
              + TEXT_FILE
              + " beside",
          file);
    } catch (IOException e) {
      return new PinkBackendException(
          failure + ". What it was given could not be kept (" + e + "); it said: " + said.strip());
    }
  }
}
