package org.pinklang.modules.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.check.OfferedBodies;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.HeldBody;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.OfferedFunction;

/** Bodies as bytes, of every function of the test data, whether it would be offered or not. */
class BodyCodecTest {
  private static final long STACK_BYTES = 512L << 20;
  private static final int SPOILT = Integer.getInteger("pink.fuzz", 20_000);

  /** Functions of all texts that check on their own, each as if it were offered. */
  private static List<CheckedUnit> units() throws InterruptedException {
    List<CheckedUnit> checked = new ArrayList<>();
    Thread deep = new Thread(null, () -> checked.addAll(checkedUnits()), "check", STACK_BYTES);
    deep.start();
    deep.join();
    assertThat(checked).hasSizeGreaterThan(20);
    return checked;
  }

  private static List<CheckedUnit> checkedUnits() {
    List<CheckedUnit> units = new ArrayList<>();
    for (SourceText text : Outlines.testdata()) {
      CheckedUnit unit = check(text);
      if (unit != null) {
        List<OfferedFunction> functions = new ArrayList<>();
        for (CheckedFunction function : unit.functions()) {
          functions.add(new OfferedFunction(shared(function), Map.of()));
        }
        if (isEncodable(unit, functions)) {
          units.add(unit.offering(functions));
        }
      }
    }
    return units;
  }

  private static @Nullable CheckedUnit check(SourceText text) {
    ParseResult parsed = Parser.parse(text);
    OutlineResult outline = Outliner.outline(text, parsed.tree());
    BuildFacts facts = new BuildFacts(new ManifestSet(Map.of(), Map.of()), DataModel.BITS_64);
    boolean sound = parsed.diagnostics().isEmpty() && outline.diagnostics().isEmpty();
    return sound ? UnitChecker.check(text, parsed.tree(), outline, facts).unit() : null;
  }

  /** Aggregate constants are never part of what is offered. */
  private static boolean isEncodable(CheckedUnit unit, List<OfferedFunction> functions) {
    try {
      BodyParts.of(unit.offering(functions));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static CheckedFunction shared(CheckedFunction function) {
    return new CheckedFunction(
        SymbolId.of(function.symbol().module(), function.symbol().name()),
        function.type(),
        Linkage.PUBLIC,
        function.inline(),
        function.parameters(),
        function.locals(),
        function.addressTaken(),
        function.body(),
        function.offset(),
        function.end());
  }

  @Test
  void everyBodyComesBackAsItWas() throws InterruptedException {
    for (CheckedUnit unit : units()) {
      BodyParts parts = BodyParts.of(unit);
      EncodedBodies encoded = new EncodedBodies(parts.code(), parts.positions(unit.text()));
      OfferedBodies bodies = encoded.in("m.pink", DataModel.BITS_64, false);
      List<OfferedFunction> again = new ArrayList<>();
      List<Integer> offsets = new ArrayList<>();
      for (OfferedFunction offered : unit.offered()) {
        HeldBody body = bodies.find(offered.function().symbol().name());
        assertThat(body).isNotNull();
        assertThat(body.unit()).isEqualTo("m.pink");
        assertThat(body.positions().get(body.function().offset()))
            .isEqualTo(unit.text().position(offered.function().offset()));
        again.add(new OfferedFunction(body.function(), Map.of()));
        offsets.add(body.positions().size());
      }
      assertThat(BodyParts.of(unit.offering(again)).code()).isEqualTo(parts.code());
      assertThat(offsets.stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(parts.offsets().size());
    }
  }

  @Test
  void bodiesForAnotherDataModelAreNotThere() throws InterruptedException {
    CheckedUnit unit = units().get(0);
    BodyParts parts = BodyParts.of(unit);
    EncodedBodies encoded = new EncodedBodies(parts.code(), parts.positions(unit.text()));
    String name = unit.offered().get(0).function().symbol().name();
    assertThat(encoded.in("m.pink", DataModel.BITS_64, false).find(name)).isNotNull();
    assertThat(encoded.in("m.pink", DataModel.BITS_32, false).find(name)).isNull();
    assertThat(encoded.in("m.pink", DataModel.BITS_32, false).fingerprint(name)).isNull();
  }

  @Test
  void aPartOfBodiesIsOpenedWhenItIsNeeded() throws Exception {
    CheckedUnit unit = units().get(0);
    Manifest manifest = Outlines.of(unit.text());
    EncodedBodies made = EncodedBodies.of(BodyParts.of(unit), unit.text());
    byte[] bytes = ManifestCodec.encode(manifest, Optional.of(made));
    EncodedBodies read = ManifestCodec.decodeBodies(bytes).orElseThrow();
    assertThat(read.size()).isEqualTo(unit.offered().size());
    assertThat(ManifestCodec.encode(manifest, Optional.of(read))).isEqualTo(bytes);

    AtomicInteger opened = new AtomicInteger();
    byte[] damaged = made.toBytes();
    damaged[damaged.length - 1] ^= 1;
    EncodedBodies lazy =
        EncodedBodies.read(
            () -> {
              opened.incrementAndGet();
              return new ByteReader(damaged, 0, damaged.length);
            });
    assertThat(opened).hasValue(0);
    assertThat(lazy.isFor(DataModel.BITS_64)).isFalse();
    assertThat(lazy.size()).isZero();
    assertThat(opened).hasValue(1);
    assertThat(lazy.toBytes()).isEqualTo(damaged);
  }

  @Test
  void spoiltBodiesAreReadOrNotThereAndNothingElse() throws InterruptedException {
    Random random = new Random(2026);
    List<CheckedUnit> units = units();
    int read = 0;
    for (int i = 0; i < SPOILT; i++) {
      CheckedUnit unit = units.get(random.nextInt(units.size()));
      byte[] code = BodyParts.of(unit).code();
      List<LinePosition> positions = Collections.nCopies(100_000, new LinePosition(1, 1));
      for (int change = random.nextInt(4); change >= 0; change--) {
        code[1 + random.nextInt(code.length - 1)] = (byte) random.nextInt(256);
      }
      OfferedBodies bodies =
          new EncodedBodies(code, positions).in("m.pink", DataModel.BITS_64, false);
      for (OfferedFunction function : unit.offered()) {
        String name = function.function().symbol().name();
        read += bodies.find(name) == null ? 0 : 1;
        bodies.fingerprint(name);
      }
    }
    assertThat(read).as("spoilt bodies that can be read").isPositive();
  }
}
