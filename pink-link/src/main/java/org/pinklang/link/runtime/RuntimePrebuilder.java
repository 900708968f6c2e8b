package org.pinklang.link.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compiles the runtime when the project is built, so that programs linked later need not wait for
 * it. Run by the build with the folder of the compiled classes as its only word.
 */
final class RuntimePrebuilder {
  private RuntimePrebuilder() {}

  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0], RuntimePrebuilder.class.getPackageName().split("\\."));
    for (String triple : RuntimeLibrary.targets()) {
      for (RuntimeFlavour flavour : RuntimeLibrary.flavours(triple)) {
        Path file = folder.resolve(RuntimeLibrary.prebuiltName(triple, flavour));
        Files.write(file, RuntimeLibrary.compile(triple, flavour));
      }
    }
  }
}
