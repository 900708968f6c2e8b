package org.pinklang.modules.codec;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.OfferedBodies;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.typed.HeldBody;

/**
 * The bodies that a unit offers, as bytes: the same for the same unit, and decoded one by one when
 * they are asked for. What is damaged, or was made for another data model, is as good as not there.
 * Safe for any number of threads.
 */
public final class EncodedBodies {
  private static final int BYTES_OF_POSITION = 2;

  private final byte[] code;
  private final Supplier<List<LinePosition>> positions;
  private final Supplier<Map<String, Entry>> index;

  /** Where one body and its places are. */
  private record Entry(int start, int length, int firstPosition, int positions) {}

  /**
   * Bodies and the lines and columns of their places.
   *
   * @param code as {@link BodyParts} has them; from outside they may be anything
   */
  public EncodedBodies(byte[] code, List<LinePosition> positions) {
    this(code, () -> positions);
  }

  private EncodedBodies(byte[] code, Supplier<List<LinePosition>> positions) {
    this.code = code;
    this.positions = Suppliers.memoize(() -> List.copyOf(positions.get()));
    this.index = Suppliers.memoize(this::readIndex);
  }

  /** Bodies whose places are those of a text; it is looked at when the first place is needed. */
  public static EncodedBodies of(BodyParts parts, SourceText text) {
    return new EncodedBodies(parts.code(), () -> parts.positions(text));
  }

  /** The bytes for a file. */
  byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    out.putNumber(positions.get().size());
    for (LinePosition position : positions.get()) {
      out.putNumber(position.line());
      out.putNumber(position.column());
    }
    out.put(code);
    ContentHash hash = ContentHash.of(out.toByteArray());
    ByteWriter whole = new ByteWriter();
    whole.put(hash.value());
    whole.put(out);
    return whole.toByteArray();
  }

  /** The bodies that bytes of a file hold; the bodies themselves are not looked at. */
  static EncodedBodies read(ByteReader in) {
    ContentHash hash = in.takeHash();
    byte[] rest = in.takeBytes(in.remaining());
    if (!ContentHash.of(rest).equals(hash)) {
      throw new DamagedManifestException("the offered bodies have another hash");
    }
    ByteReader content = new ByteReader(rest, 0, rest.length);
    int count = content.takeCountOf(BYTES_OF_POSITION);
    List<LinePosition> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      positions.add(new LinePosition(content.takeCount(), content.takeCount()));
    }
    return new EncodedBodies(content.takeBytes(content.remaining()), positions);
  }

  /** How many bodies there are; 0 where they are damaged. */
  public int size() {
    return index.get().size();
  }

  /** Whether constants in them were computed for a data model. */
  public boolean isFor(DataModel model) {
    return code.length > 0 && code[0] == model.pointerBytes();
  }

  /**
   * The bodies for a build.
   *
   * @param unit the logical name of the unit that offers them
   * @param model of the build's target
   * @param allPlaces whether code holds the places of all expressions, not of panics alone
   */
  public OfferedBodies in(String unit, DataModel model, boolean allPlaces) {
    if (!isFor(model)) {
      return OfferedBodies.NONE;
    }
    return new OfferedBodies() {
      @Override
      public @Nullable HeldBody find(String name) {
        Entry entry = index.get().get(name);
        return entry == null ? null : body(unit, entry);
      }

      @Override
      public @Nullable ContentHash fingerprint(String name) {
        Entry entry = index.get().get(name);
        return entry == null ? null : hash(entry, allPlaces);
      }
    };
  }

  private @Nullable HeldBody body(String unit, Entry entry) {
    try {
      return new HeldBody(unit, decoder(entry).decode(), positions(entry));
    } catch (DamagedManifestException e) {
      return null; // what cannot be read is called
    }
  }

  private BodyDecoder decoder(Entry entry) {
    return new BodyDecoder(
        new ByteReader(code, entry.start(), entry.start() + entry.length()), entry.positions());
  }

  private List<LinePosition> positions(Entry entry) {
    return positions
        .get()
        .subList(entry.firstPosition(), entry.firstPosition() + entry.positions());
  }

  private @Nullable ContentHash hash(Entry entry, boolean allPlaces) {
    HashWriter hash = new HashWriter();
    ByteReader body = new ByteReader(code, entry.start(), entry.start() + entry.length());
    hash.hash(ContentHash.of(body.takeBytes(entry.length())));
    List<LinePosition> all = positions(entry);
    try {
      List<LinePosition> named =
          allPlaces ? all : decoder(entry).decodePanics().stream().map(all::get).toList();
      named.forEach(position -> hash.number(position.line()).number(position.column()));
    } catch (DamagedManifestException e) {
      return null;
    }
    return hash.finish();
  }

  private Map<String, Entry> readIndex() {
    try {
      ByteReader in = new ByteReader(code, 0, code.length);
      in.take();
      int count = in.takeCountOf(3);
      List<String> names = new ArrayList<>();
      List<int[]> sizes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        names.add(in.takeText(in.takeCount()));
        sizes.add(new int[] {in.takeUpTo(positions.get().size()), in.takeUpTo(code.length)});
      }
      Map<String, Entry> entries = new HashMap<>();
      int position = 0;
      for (int i = 0; i < count; i++) {
        int places = sizes.get(i)[0];
        int length = sizes.get(i)[1];
        entries.put(names.get(i), new Entry(in.skip(length), length, position, places));
        position += places;
        if (position > positions.get().size()) {
          return Map.of();
        }
      }
      in.expectEnd();
      return entries;
    } catch (DamagedManifestException e) {
      return Map.of();
    }
  }
}
