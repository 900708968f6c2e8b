package org.pinklang.codegen.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinklang.codegen.target.Passing.Extension;
import org.pinklang.codegen.target.Passing.InArray;
import org.pinklang.codegen.target.Passing.InPieces;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Passing.Piece.Kind;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** Aggregates that a convention treats otherwise than what they hold would by itself. */
class AggregatePassingTest {
  private static final PinkType.Nominal MANY =
      new PinkType.Nominal(SymbolId.of("m", "Many"), PinkType.Nominal.Kind.UNION);

  /** So many that the union is an integer of two bytes. */
  private static final TypeDefinition.Union DEFINITION =
      new TypeDefinition.Union(
          MANY.symbol(),
          IntStream.range(0, 300)
              .mapToObj(i -> new TypeDefinition.Alternative("a" + i, null))
              .toList());

  private static final TypeLayouts LAYOUTS =
      new TypeLayouts(DataModel.BITS_64, symbol -> DEFINITION);

  private static Passing last(TargetDescription target, List<PinkType> arguments) {
    return target
        .convention()
        .classify(arguments, arguments.size(), Scalar.NIL, LAYOUTS)
        .parameters()
        .getLast();
  }

  private static PinkType tuple(PinkType... elements) {
    return new PinkType.Tuple(List.of(elements));
  }

  @Test
  void aSmallAggregateTakesAWholeWordOfTheStackOnApplesPlatforms() {
    PinkType small = tuple(Scalar.INTEGER16, Scalar.INTEGER8);
    List<PinkType> nine = Collections.nCopies(9, small);
    assertThat(last(TargetDescription.AARCH64_MACOS, nine))
        .isEqualTo(new InArray(Kind.INTEGER, 8, 1));
    assertThat(last(TargetDescription.AARCH64_MACOS, nine.subList(0, 8)))
        .isEqualTo(new InPieces(List.of(new Piece(Kind.INTEGER, 4, 0, Extension.NONE))));
  }

  @Test
  void floatsWithPaddingAreNoVectorOfFloats() {
    PinkType padded = tuple(Scalar.FLOAT32, new PinkType.Array(Scalar.INTEGER64, 0));
    assertThat(last(TargetDescription.AARCH64_LINUX, List.of(padded)))
        .isEqualTo(new InPieces(List.of(new Piece(Kind.INTEGER, 8, 0, Extension.NONE))));
  }

  @Test
  void aUnionIsAnArrayOfIntegersAsLargeAsItIsAligned() {
    PinkType both = tuple(Scalar.FLOAT32, MANY);
    assertThat(last(TargetDescription.RISCV64_LINUX, List.of(both)))
        .isEqualTo(
            new InPieces(
                List.of(
                    new Piece(Kind.FLOAT, 4, 0, Extension.NONE),
                    new Piece(Kind.INTEGER, 2, 4, Extension.NONE))));
    assertThat(last(TargetDescription.X86_64_LINUX, List.of(both)))
        .isEqualTo(new InPieces(List.of(new Piece(Kind.INTEGER, 8, 0, Extension.NONE))));
  }
}
