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
  private final Supplier<byte[]> code;
  private final Supplier<BodyPlaces> places;
  private final Supplier<byte[]> bytes;
  private final Supplier<Map<String, Entry>> index;

  /** What bytes of a file hold, checked. */
  @SuppressWarnings("ArrayRecordComponent") // Seen by this class alone, which changes none.
  private record Content(byte[] code, BodyPlaces places) {
    static Content of(ByteReader in) {
      try {
        ContentHash hash = in.takeHash();
        byte[] rest = whole(in);
        if (ContentHash.of(rest).equals(hash)) {
          ByteReader content = new ByteReader(rest, 0, rest.length);
          BodyPlaces places = BodyPlaces.read(content);
          return new Content(whole(content), places);
        }
      } catch (DamagedManifestException e) {
        // as where the hash is another
      }
      return new Content(new byte[0], BodyPlaces.NONE);
    }
  }

  /** Where one body and its places are. */
  private record Entry(int start, int length, int firstPosition, int positions) {}

  /**
   * Bodies and the lines and columns of their places.
   *
   * @param code as {@link BodyParts} has them; from outside they may be anything
   */
  public EncodedBodies(byte[] code, List<LinePosition> positions) {
    this(code, () -> BodyPlaces.of(positions));
  }

  private EncodedBodies(byte[] code, Supplier<BodyPlaces> places) {
    this.code = () -> code;
    this.places = Suppliers.memoize(places::get);
    this.bytes = this::write;
    this.index = Suppliers.memoize(this::readIndex);
  }

  private EncodedBodies(Supplier<ByteReader> part) {
    Supplier<Content> content = Suppliers.memoize(() -> Content.of(part.get()));
    this.code = () -> content.get().code();
    this.places = () -> content.get().places();
    this.bytes = () -> whole(part.get());
    this.index = Suppliers.memoize(this::readIndex);
  }

  /** Bodies whose places are those of a text; it is looked at when the first place is needed. */
  public static EncodedBodies of(BodyParts parts, SourceText text) {
    return new EncodedBodies(parts.code(), () -> BodyPlaces.of(parts.positions(text)));
  }

  /**
   * The bodies that bytes of a file hold. The bytes are not looked at before somebody asks what is
   * in them; then what is damaged holds no bodies.
   *
   * @param part gives a reader of the bytes each time
   */
  static EncodedBodies read(Supplier<ByteReader> part) {
    return new EncodedBodies(part);
  }

  /** The bytes for a file: those it was read from, if it was. */
  byte[] toBytes() {
    return bytes.get();
  }

  private byte[] write() {
    ByteWriter out = new ByteWriter();
    places.get().write(out);
    out.put(code.get());
    ContentHash hash = ContentHash.of(out.toByteArray());
    ByteWriter whole = new ByteWriter();
    whole.put(hash.value());
    whole.put(out);
    return whole.toByteArray();
  }

  private static byte[] whole(ByteReader in) {
    return in.takeBytes(in.remaining());
  }

  /** How many bodies there are; 0 where they are damaged. */
  public int size() {
    return index.get().size();
  }

  /** Whether constants in them were computed for a data model. */
  public boolean isFor(DataModel model) {
    return code.get().length > 0 && code.get()[0] == model.pointerBytes();
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
    return new BodyDecoder(reader(entry), entry.positions());
  }

  private ByteReader reader(Entry entry) {
    return new ByteReader(code.get(), entry.start(), entry.start() + entry.length());
  }

  private List<LinePosition> positions(Entry entry) {
    return places.get().range(entry.firstPosition(), entry.positions());
  }

  private @Nullable ContentHash hash(Entry entry, boolean allPlaces) {
    HashWriter hash = new HashWriter();
    hash.hash(ContentHash.of(whole(reader(entry))));
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
      int length = code.get().length;
      ByteReader in = new ByteReader(code.get(), 0, length);
      in.take();
      int count = in.takeCountOf(3);
      List<String> names = new ArrayList<>();
      List<int[]> sizes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        names.add(in.takeText(in.takeCount()));
        sizes.add(new int[] {in.takeUpTo(places.get().size()), in.takeUpTo(length)});
      }
      Map<String, Entry> entries = new HashMap<>();
      int position = 0;
      for (int i = 0; i < count; i++) {
        int[] size = sizes.get(i);
        entries.put(names.get(i), new Entry(in.skip(size[1]), size[1], position, size[0]));
        position += size[0];
        if (position > places.get().size()) {
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
