package org.pinklang.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pinklang.api.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options that say where results of earlier runs are found and those of this one are kept. */
@Command(addMethodSubcommands = false)
final class StoreOptions {
  private static final long MAX_BYTES = 2L << 30;

  /** Below the folder of the user's cache, which may get other things. */
  private static final String FOLDER = "packs";

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Use what earlier runs left in DIR, and keep there what later ones can use, at most 2"
              + " GiB. Without it: in the user's cache folder.")
  private @Nullable Path folder;

  @Option(
      names = "--no-store",
      description = "Use nothing of earlier runs, and keep nothing for later ones.")
  private boolean none;

  /** The store; where nothing is said and the user has no home the one that keeps nothing. */
  Store open(Console console) {
    if (none && folder != null) {
      throw new WrongCommandException("--store and --no-store contradict each other");
    }
    if (none) {
      return Store.none();
    }
    return folder != null
        ? open(folder)
        : console.cacheFolder().map(StoreOptions::openIn).orElseGet(Store::none);
  }

  /** The store in a folder. */
  static Store open(Path folder) {
    return Store.directory(folder, MAX_BYTES);
  }

  /** The store in the folder of the user's cache. */
  static Store openIn(Path cache) {
    return open(cache.resolve(FOLDER));
  }
}
