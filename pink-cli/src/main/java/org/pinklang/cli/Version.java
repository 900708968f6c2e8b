package org.pinklang.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the command. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"pink " + number()};
  }

  /** The version in the jar; classes that are in no jar have none. */
  static String number() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "of a development build");
  }
}
