package org.pinklang.modules.resolve;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;

/** What is held can be put, found and removed by any number of threads as if one at a time. */
@Param(name = "module", gen = IntGen.class, conf = "0:1")
@Param(name = "version", gen = IntGen.class, conf = "0:1")
public class ManifestMemoryInterleavings {
  private static final Manifest[][] MANIFESTS = manifests();

  private final ManifestMemory memory = new ManifestMemory();

  private static Manifest[][] manifests() {
    Manifest[][] manifests = new Manifest[2][2];
    for (int module = 0; module < 2; module++) {
      for (int version = 0; version < 2; version++) {
        SourceText text =
            SourceText.of(
                "m" + module + ".pink",
                "module m" + module + ";\nexport const n: Integer := " + version + ";\n");
        manifests[module][version] = Outliner.outline(text, Parser.parse(text).tree()).manifest();
      }
    }
    return manifests;
  }

  private static int version(Manifest manifest) {
    int module = manifest.module().equals("m0") ? 0 : 1;
    return manifest == MANIFESTS[module][0] ? 0 : 1;
  }

  @Operation
  public void put(@Param(name = "module") int module, @Param(name = "version") int version) {
    memory.put(MANIFESTS[module][version]);
  }

  /** The version that is held, -1 for none. */
  @Operation
  public int find(@Param(name = "module") int module) {
    return memory
        .find(UnitName.primary("m" + module))
        .map(found -> version(found.manifest()))
        .orElse(-1);
  }

  /** The version that was held, -1 for none. */
  @Operation
  public int remove(@Param(name = "module") int module) {
    return memory
        .remove(UnitName.primary("m" + module))
        .map(found -> version(found.manifest()))
        .orElse(-1);
  }

  @Test
  void everyInterleavingIsAsIfOneAtATime() {
    new ModelCheckingOptions()
        .iterations(5)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .check(getClass());
  }

  @Test
  void underStressItIsAsIfOneAtATime() {
    new StressOptions()
        .iterations(5)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .check(getClass());
  }
}
