package org.pinklang.modules.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.OfferedFunction;

/**
 * The bodies that a unit offers, without what lines and columns they have: a function of the unit's
 * tokens and of what it read of others. Immutable.
 *
 * @param code the bodies; neither side changes them
 * @param offsets where in the text their places are, in the order in which the bodies number them
 */
@SuppressWarnings("ArrayRecordComponent") // Records of builds hold the bytes; copying doubles them.
public record BodyParts(byte[] code, List<Integer> offsets) {

  /** Copies the list. */
  public BodyParts {
    offsets = List.copyOf(offsets);
  }

  /** The bodies that a checked unit offers. */
  public static BodyParts of(CheckedUnit unit) {
    List<OfferedFunction> functions = new ArrayList<>(unit.offered());
    functions.sort(Comparator.comparing(one -> one.function().symbol().name()));
    ByteWriter out = new ByteWriter();
    ByteWriter bodies = new ByteWriter();
    List<Integer> offsets = new ArrayList<>();
    out.put(unit.dataModel().pointerBytes());
    out.putNumber(functions.size());
    for (OfferedFunction function : functions) {
      BodyEncoder encoder = new BodyEncoder(function);
      byte[] name = function.function().symbol().name().getBytes(StandardCharsets.UTF_8);
      byte[] body = encoder.encode();
      out.putNumber(name.length);
      out.put(name);
      out.putNumber(encoder.offsets().size());
      out.putNumber(body.length);
      bodies.put(body);
      offsets.addAll(encoder.offsets());
    }
    out.put(bodies);
    return new BodyParts(out.toByteArray(), offsets);
  }

  /** The lines and columns of the places in a text. */
  public List<LinePosition> positions(SourceText text) {
    return offsets.stream().map(text::position).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BodyParts parts
        && Arrays.equals(code, parts.code)
        && offsets.equals(parts.offsets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(code);
  }

  @Override
  public String toString() {
    return "bodies of " + code.length + " bytes";
  }
}
